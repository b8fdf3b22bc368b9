import { t } from '../language/language';

/** Keys that move the keyboard in a list or a layer and stay as they are, by place; caps are parted by blanks. */
export const fixedKeys: readonly (readonly [place: string, keys: readonly (readonly [what: string, caps: string])[]])[] = [
  [t('Timeline'), [[t('Row'), '↑ ↓'], [t('Unfold, fold'), '→ ←'], [t('Next, previous story'), 'J K'], [t('Newest, oldest'), 'Home End'], [t('By days'), 'Shift ← →']]],
  [t('Library'), [[t('Picture'), '← → ↑ ↓'], [t('Choose none'), 'Esc']]],
  [t('Deciding'), [[t('Next, back'), '→ ←'], [t('Push'), 'Shift ← ↑'], [t('First, last'), 'Home End'], [t('Into the filmstrip'), 'Tab'], [t('Leave'), 'Esc']]],
  [t('Comparing'), [[t('Side'), '← →'], [t('Blind: left, right, neither'), '← → ↓']]],
  [t('Stacks'), [[t('Stack'), '↑ ↓'], [t('Picture'), '← →']]],
  [t('Quality'), [
    [t('Bar, point or row'), '← → ↑ ↓'], [t('Its pictures'), 'Enter'], [t('Move a limit'), '← →'], [t('By five'), 'Shift ← →'],
    [t('Apply the limits'), 'Ctrl Enter'],
  ]],
  [t('System'), [[t('Service or event type'), '← → ↑ ↓'], [t('What it hears and says'), 'Enter']]],
  [t('Care'), [[t('Entry of the history'), '↑ ↓']]],
  [t('Inbox'), [[t('Row'), '↑ ↓']]],
  [t('Projects'), [
    [t('Card'), '← → ↑ ↓'], [t('Move it at once'), 'Ctrl ← → ↑ ↓'], [t('Choose one more'), 'Ctrl Space'], [t('Send a form'), 'Ctrl Enter'],
  ]],
  [t('Everywhere'), [[t('Close a layer'), 'Esc'], [t('Larger, smaller text'), 'Ctrl + −'], [t('Text in its actual size'), 'Ctrl 0']]],
];
