/** Control characters, and marks that turn the reading direction or break lines where no one sees them. */
const signs = '\\p{Cc}\\u061c\\u200e\\u200f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069';
const everySign = new RegExp(`[${signs}]`, 'gu');

const codePoint = (sign: string): string => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

/**
 * Text from files may hold escape codes and marks that turn the reading direction, which would rewrite a terminal.
 * They are shown as their code points; line breaks and tabs become spaces.
 */
export function printable(text: string): string {
  return text.replace(everySign, (sign) => (sign === '\n' || sign === '\t' ? ' ' : codePoint(sign)));
}

/** The same for a text of several lines: line breaks and tabs stay. */
export function printableText(text: string): string {
  return text.replace(everySign, (sign) => (sign === '\n' || sign === '\t' ? sign : codePoint(sign)));
}

/**
 * JSON in one line that may go to a terminal. JSON itself escapes only the first thirty-two control characters; the
 * others, which terminals obey too, and the marks of direction are escaped here. It reads back as the same value.
 */
export function printableJson(value: unknown): string {
  return JSON.stringify(value).replace(everySign, codePoint);
}
