import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { a1111Text, novelTexts } from '../../services/assets/testing/sample-texts';
import { hideText, noisePixels, writeRgbaPng } from '../../services/assets/testing/write-stealth';
import { inspectFile } from './inspect-file';

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'alice-pixels-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const provenanceIn = async (name: string, bytes: Uint8Array) => {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const { inspection } = await inspectFile(path);
  if (inspection.kind !== 'media') throw new Error(inspection.reason);
  return inspection.provenance;
};
const encoded = ({ data, width, height }: ReturnType<typeof noisePixels>) => sharp(data, { raw: { width, height, channels: 4 } });

describe('what lies around a file', () => {
  it('[P60] hidden texts survive real PNG and lossless WebP, and are decoded bit for bit', async () => {
    const picture = noisePixels(240, 260);
    const alpha = hideText(picture, 'stealth_pngcomp', JSON.stringify(novelTexts));
    const colours = hideText(picture, 'stealth_rgbinfo', a1111Text());
    expect(await provenanceIn('own.png', writeRgbaPng(alpha))).toMatchObject({ tool: 'novelai', seed: '2156638429' });
    expect(await provenanceIn('sharp.png', await encoded(alpha).png({ compressionLevel: 1 }).toBuffer())).toMatchObject({ tool: 'novelai' });
    const lossless = { lossless: true, exact: true };
    expect(await provenanceIn('alpha.webp', await encoded(alpha).webp(lossless).toBuffer())).toMatchObject({ tool: 'novelai' });
    expect(await provenanceIn('rgb.webp', await encoded(colours).webp(lossless).toBuffer())).toMatchObject({ tool: 'a1111', steps: 28 });
    const opaque = await encoded(colours).removeAlpha().png().toBuffer();
    expect(await provenanceIn('rgb.png', opaque)).toMatchObject({ tool: 'a1111', steps: 28 });
  });

  it('[P60] grey, deep, damaged and plain pictures are read as ever', async () => {
    const plain = encoded(noisePixels(200, 200));
    for (const [name, bytes] of [
      ['plain.png', await plain.clone().png().toBuffer()],
      ['grey.png', await plain.clone().removeAlpha().grayscale().png().toBuffer()],
      ['deep.png', await plain.clone().toColourspace('rgb16').png().toBuffer()],
      ['cut.png', (await plain.clone().png().toBuffer()).subarray(0, 300)],
      ['palette.png', await plain.clone().png({ palette: true }).toBuffer()],
    ] as const) {
      expect([name, (await provenanceIn(name, bytes)).tool]).toEqual([name, 'unknown']);
    }
  });

  it('[P64] settings beside a file are found in its own folder, not a folder of that name nor a file that is too large', async () => {
    const png = writeRgbaPng(noisePixels(16, 16));
    await writeFile(join(folder, 'with.txt'), a1111Text());
    expect(await provenanceIn('with.png', png)).toMatchObject({ tool: 'a1111', seed: '18446744073709551615', confidence: 0.7 });
    await mkdir(join(folder, 'odd.txt'));
    expect(await provenanceIn('odd.png', png)).toMatchObject({ tool: 'unknown' });
    await writeFile(join(folder, 'large.txt'), a1111Text().padEnd(3_000_000));
    expect(await provenanceIn('large.png', png)).toMatchObject({ tool: 'unknown' });
  });
});
