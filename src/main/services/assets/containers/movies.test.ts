import { describe, expect, it } from 'vitest';
import { inspectMedia } from '../inspect-media';
import { countedSource } from '../testing/counted-source';
import { inspectBytes } from '../testing/inspect-bytes';
import { comfyGraph } from '../testing/sample-texts';
import { isoBox, latin1, writeC2paStore } from '../testing/write-boxes';
import { writeMatroska } from '../testing/write-matroska';
import { itunesMeta, itunesTag, quicktimeText, writeMovie } from '../testing/write-movie';
import { writePng } from '../testing/write-png';

const graph = JSON.stringify(comfyGraph);
const uuidBox = (uuid: string, ...body: Uint8Array[]): Uint8Array => isoBox('uuid', Buffer.from(uuid, 'hex'), ...body);
const cover = writePng();

describe('MP4 and MOV', () => {
  it('[P32] tells duration, size, codec, frame rate and sound, wherever the index stands', async () => {
    for (const isIndexLast of [false, true]) {
      const inspection = await inspectBytes(writeMovie({ isIndexLast, hasSound: true, seconds: 4, frames: 96 }));
      expect(inspection).toMatchObject({ width: 1280, height: 720, warnings: [], truncated: false });
      expect(inspection.facts).toMatchObject({ duration: 4, codec: 'h264', frame_rate: 24, frames: 96, has_audio: true, rotation: 0, animated: false });
    }
  });

  it('[P32] adds up fragments', async () => {
    const { facts, warnings } = await inspectBytes(writeMovie({ isFragmented: true, seconds: 3, frames: 75, codec: 'av01' }));
    expect([facts.duration, facts.frames, facts.frame_rate, facts.codec, warnings]).toEqual([3, 75, 25, 'av1', []]);
  });

  it('[P24] gives the upright size of a turned video', async () => {
    const seen = [];
    for (const rotation of [0, 90, 180, 270] as const) {
      const { width, height, facts } = await inspectBytes(writeMovie({ rotation }));
      seen.push([width, height, facts.rotation]);
    }
    expect(seen).toEqual([[1280, 720, 0], [720, 1280, 90], [1280, 720, 180], [720, 1280, 270]]);
  });

  it('[P32] takes bits a channel from what describes the codec', async () => {
    const depth = async (codec: string, type: string, body: number[]) =>
      (await inspectBytes(writeMovie({ codec, configuration: [isoBox(type, Uint8Array.from(body))] }))).facts.bit_depth;
    expect(await depth('av01', 'av1C', [0x81, 0, 0x40])).toBe(10);
    expect(await depth('vp09', 'vpcC', [1, 0, 0, 0, 0, 0, 0xa0])).toBe(10);
    expect(await depth('hvc1', 'hvcC', [...new Array<number>(17).fill(0), 0xfa])).toBe(10);
    expect(await depth('avc1', 'avcC', [1, 100])).toBe(8);
  });

  it('[P25] finds tags in keys, in four letters, in QuickTime texts, and cover art', async () => {
    const keyed = await inspectBytes(writeMovie({ tags: { prompt: graph, 'com.apple.quicktime.title': 'harbour' }, isIndexLast: true }));
    expect(keyed).toMatchObject({ provenance: { tool: 'comfyui', seed: '42' }, raw_metadata: { 'mp4:title': 'harbour' } });
    const meta = itunesMeta(itunesTag('\xa9cmt', Buffer.from('made by hand')), itunesTag('covr', cover, 14));
    const bytes = writeMovie({ userData: [meta, quicktimeText('\xa9swr', 'a program')] });
    const lettered = await inspectBytes(bytes);
    expect(lettered.raw_metadata).toEqual({ 'mp4:comment': 'made by hand', 'mp4:software': 'a program' });
    const { offset = 0, length = 0 } = lettered.cover ?? {};
    expect(Buffer.from(bytes.subarray(offset, offset + length))).toEqual(Buffer.from(cover));
  });

  it('[P34] finds XMP and C2PA behind their uuids', async () => {
    const store = writeC2paStore({ claim_generator_info: { name: 'Sora' } }, [{ action: 'c2pa.created', digitalSourceType: 'trainedAlgorithmicMedia' }]);
    const after = [
      uuidBox('d8fec3d61b0e483c92975828877ec481', new Uint8Array(4), latin1('manifest\0'), new Uint8Array(8), store),
      uuidBox('be7acfcb97a942e89c71999491e3afac', Buffer.from('<x xmp:CreateDate="2025-03-04T05:06:07"/>')),
    ];
    const inspection = await inspectBytes(writeMovie({ after }));
    expect(inspection).toMatchObject({ made_at: { date: '2025-03-04', from: 'xmp' }, provenance: { tool: 'sora' } });
    const inUserData = await inspectBytes(writeMovie({ userData: [isoBox('XMP_', Buffer.from('<x xmp:CreateDate="2024-03-04"/>'))] }));
    expect(inUserData.made_at).toEqual({ date: '2024-03-04', from: 'xmp' });
  });

  it('[P22] says that a recording has no index', async () => {
    const whole = writeMovie({ isIndexLast: true });
    const cut = await inspectBytes(whole.subarray(0, 3_000));
    expect(cut).toMatchObject({ truncated: true, width: null });
    expect(cut.warnings).toContain('unreadable metadata: the video has no index (moov); it is cut, or its recording did not end.');
  });

  it('[P33] reads headers and metadata only, not frames', async () => {
    const bytes = writeMovie({ mediaBytes: 20_000_000, isIndexLast: true, tags: { prompt: graph } });
    const source = countedSource(bytes);
    expect(await inspectMedia(source, 'large.mp4')).toMatchObject({ provenance: { tool: 'comfyui' } });
    expect(source.asked.bytes).toBeLessThan(100_000);
  });
});

describe('WebM and Matroska', () => {
  it('[P32] tells duration, size, codec, frame rate and sound', async () => {
    const { width, height, facts } = await inspectBytes(writeMatroska({ hasSound: true, seconds: 4, framesPerSecond: 25 }));
    expect([width, height]).toEqual([1280, 720]);
    expect(facts).toMatchObject({ duration: 4, codec: 'vp9', frame_rate: 25, has_audio: true });
    const silent = await inspectBytes(writeMatroska({ docType: 'matroska', codec: 'V_MPEG4/ISO/AVC' }));
    expect(silent).toMatchObject({ format: 'mkv', facts: { codec: 'h264', has_audio: false } });
  });

  it('[P32] takes the duration of an endless recording from its last pictures', async () => {
    expect((await inspectBytes(writeMatroska({ seconds: null, clusters: 4 }))).facts.duration).toBe(3);
  });

  it('[P33] leaps over the pictures to the tags that SeekHead promises, and finds unpromised ones too', async () => {
    for (const tagsAt of ['end, promised', 'end'] as const) {
      const source = countedSource(writeMatroska({ tags: { PROMPT: graph }, tagsAt, clusters: 400, clusterBytes: 50_000 }));
      expect(await inspectMedia(source, 'clip.webm')).toMatchObject({ provenance: { tool: 'comfyui', seed: '42' } });
      expect(source.asked.reads).toBeLessThan(tagsAt === 'end' ? 420 : 10);
    }
  });

  it('[P25] finds an attached cover', async () => {
    const bytes = writeMatroska({ cover });
    const { offset = 0, length = 0 } = (await inspectBytes(bytes)).cover ?? {};
    expect(Buffer.from(bytes.subarray(offset, offset + length))).toEqual(Buffer.from(cover));
  });

  it('[P22] says that the file ends before its segment does', async () => {
    const whole = writeMatroska({ tags: { PROMPT: graph } });
    expect(await inspectBytes(whole.subarray(0, whole.length - 500))).toMatchObject({ truncated: true, provenance: { tool: 'comfyui' } });
  });
});

describe('AVI', () => {
  it('[P32] tells duration, size, codec, frame rate, sound and texts', async () => {
    const chunk = (name: string, data: Buffer) => {
      const head = Buffer.from(`${name}\0\0\0\0`, 'latin1');
      head.writeUInt32LE(data.length, 4);
      return Buffer.concat([head, data, Buffer.alloc(data.length & 1)]);
    };
    const main = Buffer.alloc(56);
    [[40_000, 0], [100, 16], [640, 32], [480, 36]].forEach(([value = 0, at]) => main.writeUInt32LE(value, at));
    const stream = (kind: string) => chunk('LIST', Buffer.concat([Buffer.from('strl'), chunk('strh', Buffer.from(`${kind}\0\0\0\0`))]));
    const headers = chunk('LIST', Buffer.concat([Buffer.from('hdrl'), chunk('avih', main), stream('vidsXVID'), stream('auds\0\0\0\0')]));
    const info = chunk('LIST', Buffer.concat([Buffer.from('INFO'), chunk('ICMT', Buffer.from('two lanterns'))]));
    const movie = chunk('LIST', Buffer.concat([Buffer.from('movi'), Buffer.alloc(3_000)]));
    const avi = await inspectBytes(Buffer.concat([Buffer.from('RIFF\0\0\0\0AVI '), headers, movie, info]));
    expect(avi).toMatchObject({ format: 'avi', width: 640, height: 480, raw_metadata: { 'avi:comment': 'two lanterns' }, truncated: false });
    expect(avi.facts).toMatchObject({ duration: 4, codec: 'mpeg4', frame_rate: 25, frames: 100, has_audio: true });
  });
});
