import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inspectBytes, pngWith } from '../testing/inspect-bytes';
import { a1111Text, comfyGraph } from '../testing/sample-texts';
import { ebml, isoBox, latin1, u32be } from '../testing/write-boxes';
import { userComment, writeExif } from '../testing/write-exif';
import { jpegExif, writeJpeg } from '../testing/write-jpeg';
import { pngChunk, pngText, writePng } from '../testing/write-png';
import { riffChunk, writeWebp } from '../testing/write-webp';
import type { ByteSource } from './byte-source';
import { memorySource, windowed } from './byte-source';
import { parseLossless } from './lossless-json';

const text = a1111Text();

describe('PNG', () => {
  it('[P20] finds text in every form, before and behind the pixels', async () => {
    for (const form of ['auto', 'tEXt', 'tEXt as UTF-8', 'zTXt', 'iTXt', 'iTXt compressed'] as const) {
      const chunk = pngText('parameters', text, form);
      for (const png of [writePng({ before: [chunk] }), writePng({ after: [chunk] })]) {
        const { provenance, warnings } = await inspectBytes(png);
        expect([form, provenance.tool, provenance.seed, warnings]).toEqual([form, 'a1111', '18446744073709551615', []]);
      }
    }
  });

  it('[P20] reads UTF-8 in tEXt as UTF-8, and Latin-1 as Latin-1', async () => {
    const settings = '\nSteps: 1, Seed: 1';
    for (const [prompt, form] of [['灯台 – café', 'tEXt as UTF-8'], ['café über', 'tEXt']] as const) {
      expect((await inspectBytes(pngWith({ parameters: prompt + settings }, form))).provenance.prompt).toBe(prompt);
    }
  });

  it('[P21] stops a compressed bomb, says so, and still reads the rest', async () => {
    const bomb = pngChunk('zTXt', Buffer.concat([latin1('bomb\0\0'), deflateSync(Buffer.alloc(40 * 1024 * 1024))]));
    const { provenance, warnings } = await inspectBytes(writePng({ before: [bomb, bomb, pngText('parameters', text)] }));
    expect(provenance.tool).toBe('a1111');
    expect(warnings).toEqual(['unreadable metadata: the compressed text “bomb” is broken or too large.']);
  });

  it('[P22] keeps what it read of a file that ends early, and says that it does', async () => {
    const whole = writePng({ before: [pngText('parameters', text)], width: 640, height: 480 });
    for (const cut of [whole.length - 1, whole.length - 20, whole.length - 40]) {
      const inspection = await inspectBytes(whole.subarray(0, cut));
      expect(inspection).toMatchObject({ truncated: true, width: 640, height: 480, provenance: { tool: 'a1111' } });
      expect(inspection.warnings).toEqual(['The file ends early: its last part is missing.']);
    }
    expect(await inspectBytes(whole)).toMatchObject({ truncated: false, warnings: [] });
  });

  it('[P22] survives a chunk that says it is 4 GiB long', async () => {
    const png = writePng({ before: [pngText('parameters', text), Buffer.concat([u32be(0xffff_fff0), latin1('tEXtparameters\0x')])] });
    expect(await inspectBytes(png)).toMatchObject({ truncated: true, provenance: { tool: 'a1111' } });
  });
});

describe('EXIF', () => {
  it('[P23] does not leave its block, whatever the offsets say', async () => {
    const exif = writeExif({ ifd0: { 0x010e: 'a description' }, exif: { 0x9286: userComment(text, 'UTF-16BE') } });
    for (let at = 4; at < exif.length && at < 80; at++) {
      const broken = Uint8Array.from(exif);
      broken.fill(0xff, at, at + 4);
      expect((await inspectBytes(writeJpeg([jpegExif(broken)]))).kind).toBe('media');
    }
  });

  it('[P23] says which JSON could not be read', async () => {
    const { provenance, warnings } = await inspectBytes(pngWith({ prompt: '{"3": {"class_type": "KSam' }));
    expect(provenance.tool).toBe('unknown');
    expect(warnings).toEqual(['unreadable metadata: “prompt” begins like JSON but is not.']);
  });

  it('[P24] gives the upright size of a turned picture', async () => {
    const turned = jpegExif(writeExif({ ifd0: { 0x0112: 6 } }));
    expect(await inspectBytes(writeJpeg([turned], 4000, 3000))).toMatchObject({ width: 3000, height: 4000 });
  });
});

describe('sizes and tags of the other formats', () => {
  const item = (name: string, value: string, index: number) => ({
    key: isoBox('mdta', latin1(name)),
    value: isoBox(String.fromCharCode(0, 0, 0, index), isoBox('data', u32be(1, 0), Buffer.from(value))),
  });

  it('[P25] reads MP4: size, date and ComfyUI tags, with moov at the end', async () => {
    const prompt = item('prompt', JSON.stringify(comfyGraph), 1);
    const meta = isoBox('meta', u32be(0), isoBox('hdlr', new Uint8Array(25)), isoBox('keys', u32be(0, 1), prompt.key), isoBox('ilst', prompt.value));
    const track = isoBox('trak', isoBox('tkhd', new Uint8Array(76), u32be(1280 << 16, 720 << 16)));
    const created = Date.UTC(2025, 10, 2, 8, 30) / 1000 + 2_082_844_800;
    const moov = isoBox('moov', isoBox('mvhd', u32be(0, created), new Uint8Array(92)), track, isoBox('udta', meta));
    const mp4 = Buffer.concat([isoBox('ftyp', latin1('isom\0\0\0\0isommp42')), isoBox('mdat', new Uint8Array(5000)), moov]);
    expect(await inspectBytes(mp4)).toMatchObject({
      media_type: 'video', format: 'mp4', width: 1280, height: 720, provenance: { tool: 'comfyui', seed: '42' },
      made_at: { date: '2025-11-02', time: '08:30:00', from: 'container' },
    });
  });

  it('[P25] reads WebM: size and ComfyUI tags behind the clusters', async () => {
    const track = ebml(0x1654ae6b, ebml(0xae, ebml(0xe0, ebml(0xb0, Buffer.from([5, 0])), ebml(0xba, Buffer.from([2, 208])))));
    const tag = ebml(0x67c8, ebml(0x45a3, latin1('PROMPT')), ebml(0x4487, Buffer.from(JSON.stringify(comfyGraph))));
    const segment = ebml(0x18538067, track, ebml(0x1f43b675, new Uint8Array(900)), ebml(0x1254c367, ebml(0x7373, tag)));
    const webm = Buffer.concat([ebml(0x1a45dfa3, ebml(0x4282, latin1('webm'))), segment]);
    expect(await inspectBytes(webm)).toMatchObject({ format: 'webm', width: 1280, height: 720, provenance: { tool: 'comfyui', seed: '42' } });
  });

  it('[P25] reads AVIF: size and the EXIF item', async () => {
    const exif = Buffer.concat([u32be(0), writeExif({ exif: { 0x9286: userComment(text, 'UTF-16BE') } })]);
    const ftyp = isoBox('ftyp', latin1('avif\0\0\0\0avifmif1'));
    const infe = isoBox('infe', Buffer.from([2, 0, 0, 0, 0, 1, 0, 0]), latin1('Exif\0'));
    const build = (offset: number) =>
      isoBox(
        'meta',
        u32be(0),
        isoBox('iinf', Buffer.from([0, 0, 0, 0, 0, 1]), infe),
        isoBox('iloc', Buffer.from([0, 0, 0, 0, 0x44, 0, 0, 1, 0, 1, 0, 0, 0, 1]), u32be(offset, exif.length)),
        isoBox('iprp', isoBox('ipco', isoBox('ispe', u32be(0, 64, 64)), isoBox('ispe', u32be(0, 1920, 1080)))),
      );
    const offset = ftyp.length + build(0).length + 8;
    const avif = Buffer.concat([ftyp, build(offset), isoBox('mdat', exif)]);
    expect(await inspectBytes(avif)).toMatchObject({ format: 'avif', width: 1920, height: 1080, provenance: { tool: 'a1111' } });
  });

  it('[P25] reads GIF with a comment, BMP, TIFF and the three kinds of WebP', async () => {
    const comment = Buffer.concat([Buffer.from([0x21, 0xfe, text.length > 255 ? 255 : text.length]), latin1(text.slice(0, 255))]);
    const rest = Buffer.concat([Buffer.from([text.length - 255]), latin1(text.slice(255)), Buffer.from([0, 0x3b])]);
    const gif = Buffer.concat([latin1('GIF89a'), Buffer.from([0x40, 1, 0xf0, 0, 0, 0, 0]), comment, rest]);
    expect(await inspectBytes(gif)).toMatchObject({ format: 'gif', width: 320, height: 240, provenance: { tool: 'a1111' } });

    const bmp = Buffer.alloc(54);
    bmp.write('BM');
    bmp.writeUInt32LE(40, 14);
    bmp.writeInt32LE(33, 18);
    bmp.writeInt32LE(-44, 22);
    expect(await inspectBytes(bmp)).toMatchObject({ format: 'bmp', width: 33, height: 44 });
    expect(await inspectBytes(writeExif({ ifd0: { 0x0100: 70, 0x0101: 80 }, littleEndian: true }))).toMatchObject({ format: 'tiff', width: 70, height: 80 });

    const riff = (chunk: Uint8Array) => Buffer.concat([latin1('RIFF\0\0\0\0WEBP'), chunk]);
    const lossy = riffChunk('VP8 ', Buffer.from([0, 0, 0, 0x9d, 1, 0x2a, 0x40, 1, 0xf0, 0]));
    const lossless = riffChunk('VP8L', Buffer.from([0x2f, 0x3f, 0xc1, 0x3b, 0, 0, 0, 0, 0, 0]));
    for (const file of [writeWebp([], 320, 240), riff(lossy), riff(lossless)]) {
      expect(await inspectBytes(file)).toMatchObject({ format: 'webp', width: 320, height: 240 });
    }
  });
});

describe('numbers and bytes', () => {
  it('[P9] keeps long whole numbers as text and reads NaN and Infinity as null', () => {
    const json = '{"a": 18446744073709551615, "b": [NaN, -Infinity, Infinity], "c": "12345678901234567890 NaN \\" {", "d": -1.5e3, "e": 3.688898868858814e-05}';
    expect(parseLossless(json)).toEqual({ a: '18446744073709551615', b: [null, null, null], c: '12345678901234567890 NaN " {', d: -1500, e: 3.688898868858814e-5 });
    expect(parseLossless('{"a": nope}')).toBeUndefined();
    expect(parseLossless('['.repeat(100_000))).toBeUndefined();
  });

  it('[P26] reads the same through a window as without, in few reads', async () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, index) => index & 255);
    let reads = 0;
    const counted: ByteSource = { size: 5000, read: (...at) => (reads++, memorySource(bytes).read(...at)) };
    const source = windowed(counted, 1000);
    for (let at = 0; at < 5100; at += 7) expect(await source.read(at, 20)).toEqual(bytes.subarray(at, at + 20));
    expect(reads).toBeLessThan(10);
    expect((await source.read(10, 4000)).length).toBe(4000);
  });
});
