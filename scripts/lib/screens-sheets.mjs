/** One sheet for each screen and data set: its themes beside each other, its sizes below each other. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { sizes, themes } from './screens-window.mjs';

const [width, gap] = [1_280, 12];

export async function contactSheet(folder, name) {
  const fileOf = (theme, size) => join(folder, `${name}-${theme}-${size.join('x')}.png`);
  const all = sizes.flatMap((size, row) => themes.map((theme, column) => ({ row, column, path: fileOf(theme, size) })));
  const cells = all.filter(({ path }) => existsSync(path));
  const small = ({ path }) => sharp(path).resize({ width }).png().toBuffer({ resolveWithObject: true });
  const pictures = await Promise.all(cells.map(small));
  const inRow = (row) => pictures.filter((_, at) => cells[at].row === row);
  const heights = sizes.map((_, row) => Math.max(0, ...inRow(row).map(({ info }) => info.height)));
  const top = (row) => heights.slice(0, row).reduce((sum, height) => sum + height + gap, 0);
  const sheet = join(folder, 'sheets', `${name}.png`);
  mkdirSync(join(folder, 'sheets'), { recursive: true });
  await sharp({ create: { width: themes.length * (width + gap) - gap, height: top(sizes.length) - gap, channels: 3, background: '#7d7d7d' } })
    .composite(pictures.map(({ data }, at) => ({ input: data, left: cells[at].column * (width + gap), top: top(cells[at].row) })))
    .png()
    .toFile(sheet);
  return sheet;
}
