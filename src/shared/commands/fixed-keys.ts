/** Keys that belong to a list or a layer and stay as they are, by place; caps are parted by blanks. */
export const fixedKeys: readonly (readonly [place: string, keys: readonly (readonly [what: string, caps: string])[]])[] = [
  ['Timeline', [
    ['Row', '↑ ↓'], ['Unfold, fold', '→ ←'], ['Open the event', 'Enter'], ['Next, previous story', 'J K'], ['Go to the picture', 'O'],
    ['Copy as JSON', 'Ctrl C'], ['Newest', 'Home'], ['Undo the filing', 'U'],
  ]],
  ['Library', [
    ['Picture', '← → ↑ ↓'], ['Open', 'Enter'], ['Quick look', 'Space'], ['Why is it here', 'W'], ['Size', '+ −'],
    ['Choose none', 'Esc'],
  ]],
  ['Deciding', [
    ['Rate and go on', '1 – 5'], ['Reject', 'X'], ['Clear your rating', '0'], ['Next', 'Space'], ['Back', '←'], ['Take back', 'U'],
    ['100 %', 'Z'], ['Closer, further', '+ −'], ['Push', 'Shift ← ↑'], ['Facts', 'I'], ['Filmstrip', 'T'], ['Undecided only', 'F'],
    ['Go on by itself', 'A'], ['Compare', 'C'], ['Blind', 'B'],
  ]],
  ['Comparing', [
    ['Side', '← →'], ['Rate it', '1 – 5'], ['Keep it, bring the next', 'Enter'], ['Swap in the next', 'N'],
    ['Blind: left, right, neither', '← → ↓'], ['Blind: ranking', 'R'],
  ]],
  ['Stacks', [
    ['Stack', '↑ ↓'], ['Picture', '← →'], ['Keep this one instead', 'Space'], ['Keep the best', 'B'], ['Keep all', 'A'],
    ['Compare', 'Enter'], ['Open in the library', 'O'],
  ]],
  ['Quality', [
    ['Bar, point or row', '← → ↑ ↓'], ['Its pictures', 'Enter'], ['Move a limit', '← →'], ['By five', 'Shift ← →'],
    ['Apply the limits', 'Ctrl Enter'],
  ]],
  ['System', [['Service or event type', '← → ↑ ↓'], ['What it hears and says', 'Enter'], ['Try again', 'R']]],
  ['Care', [['Entry of the history', '↑ ↓'], ['Open it', 'Enter'], ['Undo it', 'U']]],
  ['Inbox', [['Try again', 'R'], ['Row', '↑ ↓']]],
  ['Projects', [
    ['Card', '← → ↑ ↓'], ['Open the card', 'Enter'], ['Pick it up, put it down', 'Space'], ['Move it at once', 'Ctrl ← → ↑ ↓'],
    ['Choose one more', 'Ctrl Space'], ['Send a form', 'Ctrl Enter'],
  ]],
  ['Everywhere', [['Close a layer', 'Esc'], ['Larger, smaller text', 'Ctrl + −'], ['Text in its actual size', 'Ctrl 0']]],
];
