import type { AssetRecord } from '@shared/library/asset-record';
import { printableText } from '@shared/story/printable';
import { type Cell, columns } from './columns';

/** What makes a spreadsheet take a cell for a formula, also behind spaces and in full width. */
const formula = /^[\s'"]*[=+\-@＝＋－＠|%]|^[\t\r\n]/;
const plainNumber = /^-?\d+(\.\d+)?$/;

/** One cell as RFC 4180 has it, and as no spreadsheet runs it. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const words = printableText(cell.replace(/\r\n?/g, '\n'));
  const harmless = formula.test(cell) && !plainNumber.test(cell) ? `'${words}` : words;
  return /[",\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const line = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** The library as comma-separated values: a heading, then a line for each asset. */
export function* toCsv(assets: Iterable<AssetRecord>): Iterable<string> {
  // Without it, the commonest spreadsheet reads UTF-8 as something else.
  yield `\ufeff${line(columns.map(([name]) => name))}`;
  for (const asset of assets) yield line(columns.map(([, of]) => of(asset)));
}
