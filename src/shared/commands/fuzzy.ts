/** How well a text fits what was typed: letters in order, best where words begin and where they stand together. */
export interface FuzzyMatch {
  readonly score: number;
  /** Where the typed letters stand in the text. */
  readonly at: readonly number[];
}

const together = 9;
const atWord = 8;
const one = 1;
const farthest = 60;

/** Null when the letters do not all occur in order, or lie too scattered to be meant. */
export function fuzzyMatch(text: string, typed: string): FuzzyMatch | null {
  const letters = typed.toLowerCase().split('').filter((letter) => letter !== ' ');
  if (letters.length === 0) return { score: 0, at: [] };
  const low = text.toLowerCase();
  let best: FuzzyMatch | null = null;
  for (let from = low.indexOf(letters[0] ?? ''); from !== -1; from = low.indexOf(letters[0] ?? '', from + 1)) {
    const found = along(low, letters, from);
    if (found !== null && (best === null || found.score > best.score)) best = found;
  }
  return best;
}

function along(low: string, letters: readonly string[], from: number): FuzzyMatch | null {
  const at: number[] = [];
  let score = 0;
  let next = from;
  for (const letter of letters) {
    const place = nextPlace(low, letter, next, at.at(-1));
    if (place === -1) return null;
    const touches = at.at(-1) === place - 1;
    if (at.length > 0 && !touches && !beginsWord(low, place)) return null;
    score += one + (touches ? together : 0) + (beginsWord(low, place) ? atWord : 0);
    at.push(place);
    next = place + 1;
  }
  const last = at.at(-1) ?? from;
  return { score: score - Math.min(farthest, last - from) / farthest - from / farthest, at };
}

/** The next letter if it is the one, else where a word begins with it. */
function nextPlace(low: string, letter: string, from: number, before: number | undefined): number {
  if (before === undefined || low[from] === letter) return low.indexOf(letter, from);
  for (let place = low.indexOf(letter, from); place !== -1; place = low.indexOf(letter, place + 1)) {
    if (beginsWord(low, place)) return place;
  }
  return -1;
}

const beginsWord = (low: string, place: number): boolean => place === 0 || /[\s\-_.,:/“(]/.test(low[place - 1] ?? '');
