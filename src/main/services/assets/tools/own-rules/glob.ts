/**
 * Whether a whole text fits a pattern in which `*` stands for any letters and `?` for one; case does not matter.
 * Going back to the last star only, it takes at most pattern × text steps: no pattern can make it hang.
 */
export const globMatches = (pattern: string, text: string): boolean => {
  const wanted = Array.from(fold(pattern));
  const letters = Array.from(fold(text));
  let at = 0;
  let read = 0;
  let star = -1;
  let resume = 0;
  while (read < letters.length) {
    if (wanted[at] === '*') {
      star = at++;
      resume = read;
    } else if (at < wanted.length && (wanted[at] === '?' || wanted[at] === letters[read])) {
      at++;
      read++;
    } else if (star !== -1) {
      at = star + 1;
      read = ++resume;
    } else return false;
  }
  while (wanted[at] === '*') at++;
  return at === wanted.length;
};

const fold = (text: string): string => text.normalize('NFC').toLowerCase();
