import { printableText } from './printable';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that is only ever text, wherever in a page it stands. */
export function htmlText(words: string): string {
  return printableText(words.replace(/\r\n?/g, '\n')).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
