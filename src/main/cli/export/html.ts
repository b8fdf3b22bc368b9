import type { AssetRecord } from '@shared/library/asset-record';
import { htmlText } from '@shared/story/html-text';
import { standalonePage, standalonePageEnd } from '../../hub/standalone-page';
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

function cell(value: Cell): string {
  if (value === null) return '<td></td>';
  return typeof value === 'number' ? `<td class="number">${value}</td>` : `<td dir="auto">${htmlText(value)}</td>`;
}

/** The library as one page that needs nothing else and can do nothing. */
export function* toHtml(assets: Iterable<AssetRecord>, count: number): Iterable<string> {
  const words = `${count.toLocaleString('en')} ${count === 1 ? 'file' : 'files'}`;
  const title = `Library of Alice: ${words}`;
  yield `${standalonePage({ title, style })}<h1>${title}</h1>
<div class="table">
<table>
<thead><tr>${columns.map(([name]) => `<th scope="col">${htmlText(name.replaceAll('_', ' '))}</th>`).join('')}</tr></thead>
<tbody>
`;
  for (const asset of assets) yield `<tr>${columns.map(([, of]) => cell(of(asset))).join('')}</tr>\n`;
  yield '</tbody>\n</table>\n</div>\n' + standalonePageEnd;
}
