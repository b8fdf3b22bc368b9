/**
 * Text from files may hold escape codes and marks that turn the reading direction, which would rewrite a terminal.
 * They are shown as their code points; line breaks and tabs become spaces.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (sign) =>
    sign === '\n' || sign === '\t' ? ' ' : `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
