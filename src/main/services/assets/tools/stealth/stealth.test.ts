import { describe, expect, it } from 'vitest';
import { memorySource } from '../../containers/byte-source';
import { inspectWith } from '../../testing/inspect-with';
import { a1111Text, novelTexts } from '../../testing/sample-texts';
import { pngText, writePng } from '../../testing/write-png';
import type { StealthSign } from '../../testing/write-stealth';
import { hideText, noisePixels, pixelsOf } from '../../testing/write-stealth';
import { riffChunk, writeWebp } from '../../testing/write-webp';
import { isLosslessWebp } from './lossless-webp';
import { readStealth } from './read-stealth';

const picture = noisePixels(160, 200);
const signs: StealthSign[] = ['stealth_pnginfo', 'stealth_pngcomp', 'stealth_rgbinfo', 'stealth_rgbcomp'];

describe('texts hidden in pixels', () => {
  it.each(signs)('[P60] reads %s, whatever the shape of the picture', async (sign) => {
    for (const [width, height] of [[160, 200], [4_000, 7], [90, 151], [90, 152]] as const) {
      const { read } = pixelsOf(hideText(noisePixels(width, height), sign, 'ein Leuchtturm 灯台'));
      expect(await readStealth({ width, height }, read)).toEqual({ kind: 'found', sign, text: 'ein Leuchtturm 灯台' });
    }
  });

  it('[P60] looks at one column of 152 rows and no further when there is no sign', async () => {
    const { read, asked } = pixelsOf(picture);
    expect(await readStealth(picture, read)).toBeNull();
    expect(asked).toEqual([{ columns: 1, rows: 152 }]);
    expect(await readStealth({ width: 3, height: 3 }, pixelsOf(noisePixels(3, 3)).read)).toBeNull();
  });

  it('[P60] NovelAI’s and A1111’s own forms are read as if they stood in the metadata', async () => {
    const novel = pixelsOf(hideText(picture, 'stealth_pngcomp', JSON.stringify(novelTexts)));
    const hidden = await inspectWith(writePng({ width: 160, height: 200 }), 'stripped.png', { readPixels: novel.read });
    expect(hidden.provenance).toMatchObject({
      tool: 'novelai', model: 'NovelAI Diffusion V4.5', seed: '2156638429', prompt: 'a moth, lamp light\ngirl with a lantern',
      evidence: [{ kind: 'key', key: 'stealth:stealth_pngcomp › Software', excerpt: 'NovelAI' }],
    });
    expect(hidden.raw_metadata['stealth:stealth_pngcomp']).toContain('NovelAI Diffusion V4.5');
    const a1111 = pixelsOf(hideText(picture, 'stealth_rgbinfo', a1111Text()));
    const { provenance } = await inspectWith(writePng({ width: 160, height: 200 }), 'a.png', { readPixels: a1111.read });
    expect(provenance).toMatchObject({ tool: 'a1111', seed: '18446744073709551615', steps: 28 });
  });

  it('[P60] pixels are asked only when nothing else tells, and only of formats that keep them', async () => {
    const { read, asked } = pixelsOf(hideText(picture, 'stealth_pnginfo', a1111Text()));
    const size = { width: 160, height: 200 };
    await inspectWith(writePng({ ...size, before: [pngText('parameters', a1111Text())] }), 'a.png', { readPixels: read });
    await inspectWith(writePng({ ...size, before: [pngText('Software', 'GIMP 2.10')] }), 'a.png', { readPixels: read });
    await inspectWith(writeWebp([], 160, 200), 'lossy.webp', { readPixels: read });
    const huge = Buffer.from(writePng());
    huge.writeUInt32BE(20_000, 16);
    huge.writeUInt32BE(20_000, 20);
    await inspectWith(huge, 'huge.png', { readPixels: read });
    expect(asked).toEqual([]);
    const named = await inspectWith(writePng(size), 'ComfyUI_00001_.png', { readPixels: read });
    expect(named.provenance.tool).toBe('a1111');
  });

  it('[P60] a hidden text that lies about its length, is cut or is no gzip, ends in one sentence', async () => {
    const broken = [
      hideText(picture, 'stealth_pnginfo', 'short', 0xffff_fff8),
      hideText(picture, 'stealth_pnginfo', 'short', 13),
      hideText(picture, 'stealth_pngcomp', new Uint8Array([1, 2, 3, 4])),
    ];
    for (const pixels of broken) {
      const { provenance, warnings } = await inspectWith(writePng({ width: 160, height: 200 }), 'a.png', { readPixels: pixelsOf(pixels).read });
      expect(provenance.tool).toBe('unknown');
      expect(warnings).toEqual([expect.stringMatching(/^unreadable metadata: the text hidden in the pixels \(stealth_png\w+\) is broken\.$/)]);
    }
  });

  it('[P60] knows a lossless WebP by its chunks', async () => {
    const lossless = Buffer.concat([writeWebp().subarray(0, 30), riffChunk('VP8L', new Uint8Array(8))]);
    expect(await isLosslessWebp(memorySource(lossless))).toBe(true);
    expect(await isLosslessWebp(memorySource(writeWebp()))).toBe(false);
    expect(await isLosslessWebp(memorySource(lossless.subarray(0, 20)))).toBe(false);
  });

});
