import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeMatroska } from '../../services/assets/testing/write-matroska';
import { itunesMeta, itunesTag, writeMovie } from '../../services/assets/testing/write-movie';
import { makePoster } from './make-poster';

let folder: string;
let thumbnail: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alice-poster-'));
  thumbnail = join(folder, 'ab', 'thumb.webp');
});
afterEach(() => { rmSync(folder, { recursive: true }); });

const picture = (side: number, colour: string) => sharp({ create: { width: side, height: side / 2, channels: 3, background: colour } });
const dropped = (bytes: Uint8Array): string => {
  const path = join(folder, 'clip.mp4');
  writeFileSync(path, bytes);
  return path;
};
/** Width and the level of red of the thumbnail, to tell which picture it was made of. */
const seen = async () => {
  const { data, info } = await sharp(thumbnail).raw().toBuffer({ resolveWithObject: true });
  return [info.width, Math.round((data[0] ?? 0) / 64)];
};

describe('the poster of a video', () => {
  it('[P38] is made of the frame that was drawn, small enough for a thumbnail', async () => {
    const frame = await picture(1024, '#ff0000').webp().toBuffer();
    expect(await makePoster(dropped(writeMovie()), frame, thumbnail)).toBe(true);
    expect(await seen()).toEqual([512, 4]);
  });

  it('[P38] is the cover that an MP4 or a Matroska brings along, when no frame could be drawn', async () => {
    const cover = await picture(400, '#000080').png().toBuffer();
    for (const bytes of [writeMovie({ userData: [itunesMeta(itunesTag('covr', cover, 14))] }), writeMatroska({ docType: 'matroska', cover })]) {
      rmSync(thumbnail, { force: true });
      expect(await makePoster(dropped(bytes), null, thumbnail)).toBe(true);
      expect(await seen()).toEqual([400, 0]);
    }
  });

  it('[P38] is the cover too when what was drawn is no picture', async () => {
    const cover = await picture(400, '#000080').png().toBuffer();
    const path = dropped(writeMovie({ userData: [itunesMeta(itunesTag('covr', cover, 14))] }));
    expect(await makePoster(path, new TextEncoder().encode('<svg onload="alert(1)"/>'), thumbnail)).toBe(true);
    expect(await seen()).toEqual([400, 0]);
  });

  it('[P38] is left out when there is neither, and nothing is written', async () => {
    expect(await makePoster(dropped(writeMovie()), null, thumbnail)).toBe(false);
    const broken = itunesMeta(itunesTag('covr', new Uint8Array(900).fill(65), 14));
    expect(await makePoster(dropped(writeMovie({ userData: [broken] })), null, thumbnail)).toBe(false);
    expect(existsSync(thumbnail)).toBe(false);
  });
});
