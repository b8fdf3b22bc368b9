import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

// The limit: nothing but decoding every picture of a folder, shrinking on load as far as a thumbnail allows.
sharp.concurrency(1);
sharp.cache(false);
const folder = process.argv[2];
const files = readdirSync(folder).map((name) => join(folder, name));
const began = performance.now();
const next = files.values();
await Promise.all(
  Array.from({ length: 4 }, async () => {
    for (const file of next) await sharp(file).resize(512, 512, { fit: 'inside' }).raw().toBuffer();
  }),
);
process.stdout.write(`${performance.now() - began}\n`);
