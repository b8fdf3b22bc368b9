import { t } from '../language/language';

/** Keys that belong to a list or a layer and stay as they are, by place; caps are parted by blanks. */
export const fixedKeys: readonly (readonly [place: string, keys: readonly (readonly [what: string, caps: string])[]])[] = [
  [t('Timeline'), [
    [t('Row'), '↑ ↓'], [t('Unfold, fold'), '→ ←'], [t('Open the event'), 'Enter'], [t('Next, previous story'), 'J K'], [t('Go to the picture'), 'O'],
    [t('Copy as JSON'), 'Ctrl C'], [t('Newest'), 'Home'], [t('Undo the filing'), 'U'],
  ]],
  [t('Library'), [
    [t('Picture'), '← → ↑ ↓'], [t('Open'), 'Enter'], [t('Quick look'), 'Space'], [t('Why is it here'), 'W'], [t('Size'), '+ −'],
    [t('Choose none'), 'Esc'],
  ]],
  [t('Deciding'), [
    [t('Rate and go on'), '1 – 5'], [t('Reject'), 'X'], [t('Clear your rating'), '0'], [t('Next'), 'Space'], [t('Back'), '←'], [t('Take back'), 'U'],
    ['100 %', 'Z'], [t('Closer, further'), '+ −'], [t('Push'), 'Shift ← ↑'], [t('Facts'), 'I'], [t('Filmstrip'), 'T'], [t('Undecided only'), 'F'],
    [t('Go on by itself'), 'A'], [t('Compare'), 'C'], [t('Blind'), 'B'],
  ]],
  [t('Comparing'), [
    [t('Side'), '← →'], [t('Rate it'), '1 – 5'], [t('Keep it, bring the next'), 'Enter'], [t('Swap in the next'), 'N'],
    [t('Blind: left, right, neither'), '← → ↓'], [t('Blind: ranking'), 'R'],
  ]],
  [t('Stacks'), [
    [t('Stack'), '↑ ↓'], [t('Picture'), '← →'], [t('Keep this one instead'), 'Space'], [t('Keep the best'), 'B'], [t('Keep all'), 'A'],
    [t('Compare'), 'Enter'], [t('Open in the library'), 'O'],
  ]],
  [t('Quality'), [
    [t('Bar, point or row'), '← → ↑ ↓'], [t('Its pictures'), 'Enter'], [t('Move a limit'), '← →'], [t('By five'), 'Shift ← →'],
    [t('Apply the limits'), 'Ctrl Enter'],
  ]],
  [t('System'), [[t('Service or event type'), '← → ↑ ↓'], [t('What it hears and says'), 'Enter'], [t('Try again'), 'R']]],
  [t('Care'), [[t('Entry of the history'), '↑ ↓'], [t('Open it'), 'Enter'], [t('Undo it'), 'U']]],
  [t('Inbox'), [[t('Try again'), 'R'], [t('Row'), '↑ ↓']]],
  [t('Projects'), [
    [t('Card'), '← → ↑ ↓'], [t('Open the card'), 'Enter'], [t('Pick it up, put it down'), 'Space'], [t('Move it at once'), 'Ctrl ← → ↑ ↓'],
    [t('Choose one more'), 'Ctrl Space'], [t('Send a form'), 'Ctrl Enter'],
  ]],
  [t('Everywhere'), [[t('Close a layer'), 'Esc'], [t('Larger, smaller text'), 'Ctrl + −'], [t('Text in its actual size'), 'Ctrl 0']]],
];
