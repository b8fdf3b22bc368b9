import { assetProcessed } from '@shared/events/asset-events';
import { describe, expect, it } from 'vitest';
import { processedData } from './processed-data';
import { inspectBytes, pngWith } from './testing/inspect-bytes';
import { a1111Text } from './testing/sample-texts';
import { writeMovie } from './testing/write-movie';

const file = { size: 1234, time: new Date(2025, 3, 5, 12) };
const content_hash = 'a'.repeat(64);

describe('what asset.processed says of a file', () => {
  it('[P37] carries the facts of pixels and time, the day, and the texts', async () => {
    const data = processedData(await inspectBytes(writeMovie({ tags: { comment: 'two boats' }, hasSound: true })), file);
    expect(data.metadata).toEqual({
      width: 1280, height: 720, format: 'mp4', extension: 'mp4', file_size: 1234, media_type: 'video', truncated: false,
      duration: 4, codec: 'h264', frame_rate: 24, has_audio: true, rotation: 0, animated: false, frames: 96, bit_depth: null, has_alpha: false, colour: null,
    });
    expect(data.extracted_metadata).toEqual({
      made_on: '2025-04-05', made_at: null, made_on_from: 'file_time', warnings: [], raw: [{ key: 'mp4:comment', excerpt: 'two boats', length: 9 }],
    });
  });

  it('[P37] says that a file ends early', async () => {
    const png = pngWith({ parameters: a1111Text() });
    const data = processedData(await inspectBytes(png.subarray(0, png.length - 20)), file);
    expect(data.metadata.truncated).toBe(true);
    expect(data.extracted_metadata.warnings).toEqual(['The file ends early: its last part is missing.']);
  });

  it('[P37] keeps the texts within what an event may carry, cut between characters', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`key ${index}`, `x${'\u{1f40b}'.repeat(3_000)}`]));
    const data = processedData(await inspectBytes(pngWith(many)), file);
    const { raw } = data.extracted_metadata;
    expect(raw.length).toBe(200);
    expect(raw[0]).toMatchObject({ key: 'key 0', length: 6_001 });
    expect(raw.filter(({ excerpt }) => /[\ud800-\udbff]$/.test(excerpt))).toEqual([]);
    expect(raw.reduce((sum, { excerpt }) => sum + excerpt.length, 0)).toBeLessThanOrEqual(64_000);
    const event = assetProcessed({ content_hash, file_path: 'a.png', ...data });
    expect(JSON.stringify(event).length).toBeLessThan(400_000);
  });
});
