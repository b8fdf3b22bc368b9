import { createHash } from 'node:crypto';
import type { AssetRecord } from '@shared/library/asset-record';
import { htmlText } from '@shared/story/html-text';
import { type Cell, columns } from './columns';

const style = `
:root { color-scheme: light dark; font: 14px/1.45 system-ui, sans-serif; }
body { margin: 24px; }
h1 { font-size: 20px; }
.table { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { padding: 4px 10px; border-bottom: 1px solid #8884; text-align: start; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; max-width: 42ch; max-height: 20em; }
th { position: sticky; top: 0; background: Canvas; white-space: nowrap; }
td.number { font-variant-numeric: tabular-nums; text-align: end; }
`;

/** Nothing is loaded and nothing runs; the one style sheet is known by its hash. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;

function cell(value: Cell): string {
  if (value === null) return '<td></td>';
  return typeof value === 'number' ? `<td class="number">${value}</td>` : `<td dir="auto">${htmlText(value)}</td>`;
}

/** The library as one page that needs nothing else and can do nothing. */
export function* toHtml(assets: Iterable<AssetRecord>, count: number): Iterable<string> {
  const words = `${count.toLocaleString('en')} ${count === 1 ? 'file' : 'files'}`;
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>Library of Alice: ${words}</title>
<style>${style}</style>
</head>
<body>
<h1>Library of Alice: ${words}</h1>
<div class="table">
<table>
<thead><tr>${columns.map(([name]) => `<th scope="col">${htmlText(name.replaceAll('_', ' '))}</th>`).join('')}</tr></thead>
<tbody>
`;
  for (const asset of assets) yield `<tr>${columns.map(([, of]) => cell(of(asset))).join('')}</tr>\n`;
  yield '</tbody>\n</table>\n</div>\n</body>\n</html>\n';
}
