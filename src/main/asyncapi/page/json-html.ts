import { type Html, html } from './html';

/** JSON for reading, its names and values told apart. */
export function jsonHtml(value: unknown, indent = ''): Html {
  if (Array.isArray(value)) return block('[', value.map((each: unknown) => jsonHtml(each, `${indent}  `)), ']', indent);
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, each]: [string, unknown]) => html`<i>${JSON.stringify(name)}</i>: ${jsonHtml(each, `${indent}  `)}`);
    return block('{', entries, '}', indent);
  }
  return typeof value === 'string' ? html`${JSON.stringify(value)}` : html`<b>${JSON.stringify(value)}</b>`;
}

function block(open: string, lines: readonly Html[], close: string, indent: string): Html {
  if (lines.length === 0) return html`${open}${close}`;
  const inner = lines.map((line, at) => html`${indent}  ${line}${at < lines.length - 1 ? ',' : ''}\n`);
  return html`${open}\n${inner}${indent}${close}`;
}
