const most = 200;

/** A text with the places marked at which some words stand. */
export function Marked({ text, words }: { readonly text: string; readonly words: string }) {
  return cutAt(text, words).map(({ part, at, hit }) => (hit ? <mark key={at}>{part}</mark> : part));
}

interface Part {
  readonly part: string;
  readonly at: number;
  readonly hit: boolean;
}

function cutAt(text: string, words: string): readonly Part[] {
  // Letters whose small form has another length would shift the places.
  const small = text.toLowerCase().length === text.length ? text.toLowerCase() : text;
  const wanted = words.toLowerCase();
  const parts: Part[] = [];
  let from = 0;
  for (let at = wanted === '' ? -1 : small.indexOf(wanted); at !== -1 && parts.length < most; at = small.indexOf(wanted, from)) {
    if (at > from) parts.push({ part: text.slice(from, at), at: from, hit: false });
    parts.push({ part: text.slice(at, at + wanted.length), at, hit: true });
    from = at + wanted.length;
  }
  parts.push({ part: text.slice(from), at: from, hit: false });
  return parts;
}
