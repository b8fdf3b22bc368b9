import { markedParts } from '@shared/settings/search-settings';

/** A text with the words marked that are looked for. */
export function Marked({ children, words }: { readonly children: string; readonly words: readonly string[] }) {
  if (words.length === 0) return children;
  return markedParts(children, words).map(({ text, marked }, at) => (marked ? <mark key={at}>{text}</mark> : text));
}
