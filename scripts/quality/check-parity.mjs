#!/usr/bin/env node
/**
 * Compares Alice's BRISQUE with scores that OpenCV gave.
 *
 *   node scripts/quality/check-parity.mjs TABLE.csv IMAGES
 *
 * TABLE.csv has a header and the columns id, opencv_score, float_order_sensitive (yes or no); IMAGES
 * holds one <id>.png per row. Exits with 1 when a score differs by more than 0.15 (rows marked `no`)
 * or 1.0 (rows marked `yes`). Rows that Alice declines to rate are listed with the reason.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { appModules } from '../lib/app-modules.mjs';

const { scoreBrisque } = await appModules.main('services/quality/brisque/score-brisque');
const { parseBrisqueModel } = await appModules.main('services/quality/brisque/model');
const { grayOf } = await appModules.main('services/quality/luma');

const allowed = { no: 0.15, yes: 1.0 };

const [table, images] = process.argv.slice(2);
if (images === undefined) {
  console.error('usage: check-parity.mjs TABLE.csv IMAGES');
  process.exit(2);
}
const model = parseBrisqueModel(readFileSync(new URL('../../resources/quality/brisque-live.bin', import.meta.url)));
const [header, ...lines] = readFileSync(table, 'utf8').trim().split('\n').map((line) => line.split(','));
const column = (name) => header.indexOf(name);
const differences = { no: [], yes: [] };

for (const line of lines) {
  const id = line[column('id')];
  const expected = Number(line[column('opencv_score')]);
  const sensitive = line[column('float_order_sensitive')];
  const { data, info } = await sharp(path.join(images, `${id}.png`)).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const verdict = scoreBrisque(grayOf(data, info.channels), info.width, info.height, model);
  if (verdict.kind === 'not-rated') {
    console.log(`${id}: not rated (${verdict.reason}), OpenCV ${expected}`);
    continue;
  }
  differences[sensitive].push({ id, difference: Math.abs(verdict.score - expected) });
}

let failed = false;
for (const [sensitive, rows] of Object.entries(differences)) {
  rows.sort((a, b) => a.difference - b.difference);
  const worst = rows.at(-1);
  const median = rows[rows.length >> 1];
  if (worst === undefined || median === undefined) continue;
  const within = worst.difference <= allowed[sensitive];
  failed ||= !within;
  console.log(
    `float_order_sensitive=${sensitive}: ${rows.length} rows, median ${median.difference.toFixed(4)}, ` +
      `max ${worst.difference.toFixed(4)} (${worst.id}), allowed ${allowed[sensitive]}: ${within ? 'ok' : 'FAILED'}`,
  );
}
process.exitCode = failed ? 1 : 0;
