import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inspectMedia } from '../inspect-media';
import { countedSource } from '../testing/counted-source';
import { inspectBytes } from '../testing/inspect-bytes';
import { a1111Text } from '../testing/sample-texts';
import { latin1, u32be, writeC2paStore } from '../testing/write-boxes';
import { userComment, writeExif } from '../testing/write-exif';
import { writeGif } from '../testing/write-gif';
import { writeHeif } from '../testing/write-heif';
import { jpegExif, jpegJumbf, jpegSegment, jpegXmp, writeJpeg } from '../testing/write-jpeg';
import { pngChunk, pngText, withPngChunks, writePng } from '../testing/write-png';
import { tiffBytes, tiffShort, tiffText, writeTiff } from '../testing/write-tiff';
import { riffChunk, writeWebp } from '../testing/write-webp';

const text = a1111Text();
const xmp = '<x:xmpmeta xmp:CreateDate="2025-05-06T07:08:09" xmpNote:HasExtendedXMP="0123456789ABCDEF0123456789ABCDEF"/>';
const exif = writeExif({ exif: { 0x9286: userComment(text, 'UTF-16BE') } });
const dayOf = async (bytes: Uint8Array) => (await inspectBytes(bytes)).made_at?.date;

describe('PNG', () => {
  const pixels = (count: number, bytes: number) => Array.from({ length: count }, () => pngChunk('IDAT', new Uint8Array(bytes)));

  it('[P43] leaps over pixels in thousands of equal pieces, to what stands behind them', async () => {
    const many = writePng({ before: pixels(3_000, 8_192), after: [pngText('parameters', text)] });
    const source = countedSource(many);
    const inspection = await inspectMedia(source, 'many.png');
    expect(inspection).toMatchObject({ provenance: { tool: 'a1111' }, warnings: [], truncated: false });
    expect(source.asked.reads).toBeLessThan(40);
    expect(source.asked.bytes).toBeLessThan(many.length / 20);
  });

  it('[P43] misses nothing between pieces of any number', async () => {
    for (const count of [1, 2, 3, 4, 5, 7, 8, 9, 31, 32, 33]) {
      const png = writePng({ before: pixels(count, 64), after: [pngText('parameters', text), ...pixels(2, 64), pngText('Comment', 'late')] });
      expect(Object.keys((await inspectBytes(png)).raw_metadata)).toEqual(['parameters', 'Comment']);
    }
  });

  it('[P36] tells frames and duration of an animation, depth, alpha and colour', async () => {
    const control = Buffer.alloc(26);
    control.writeUInt16BE(1, 20);
    control.writeUInt16BE(4, 22);
    const frames = [pngChunk('acTL', u32be(2, 0)), pngChunk('fcTL', control)];
    const { facts } = await inspectBytes(writePng({ before: frames, after: [pngChunk('fcTL', control)] }));
    expect(facts).toMatchObject({ animated: true, frames: 2, duration: 0.5, bit_depth: 8, colour: 'gray', has_alpha: false });
    const clear = withPngChunks(writePng(), [pngChunk('tRNS', new Uint8Array(2))]);
    expect((await inspectBytes(clear)).facts).toMatchObject({ has_alpha: true, animated: false, frames: null });
  });

  it('[P34] reads the profiles that ImageMagick wrote as hexadecimal text', async () => {
    const profile = (kind: string, bytes: Uint8Array) => {
      const hex = Buffer.from(bytes).toString('hex').replace(/(.{72})/g, '$1\n');
      const packed = deflateSync(latin1(`\n${kind}\n${String(bytes.length).padStart(8)}\n${hex}\n`));
      return pngChunk('zTXt', Buffer.concat([latin1(`Raw profile type ${kind}\0\0`), packed]));
    };
    const framed = Buffer.concat([latin1('Exif\0\0'), exif]);
    expect(await inspectBytes(writePng({ before: [profile('exif', framed)] }))).toMatchObject({ provenance: { tool: 'a1111' }, warnings: [] });
    expect(await dayOf(writePng({ before: [profile('xmp', Buffer.from(xmp))] }))).toBe('2025-05-06');
    const broken = writePng({ before: [pngText('Raw profile type exif', 'nothing here')] });
    expect((await inspectBytes(broken)).warnings).toEqual(['unreadable metadata: “Raw profile type exif” is not written as a profile is.']);
  });
});

describe('JPEG', () => {
  it('[P34] puts extended XMP together from its pieces, in their own order', async () => {
    const piece = (at: number, part: string) => {
      const head = latin1('http://ns.adobe.com/xmp/extension/\x000123456789ABCDEF0123456789ABCDEF');
      return jpegSegment(0xe1, Buffer.concat([head, u32be(20, at), Buffer.from(part)]));
    };
    const stranger = jpegSegment(0xe1, Buffer.concat([latin1(`http://ns.adobe.com/xmp/extension/\0${'F'.repeat(32)}`), u32be(5, 0), Buffer.from('other')]));
    const { raw_metadata } = await inspectBytes(writeJpeg([jpegXmp(xmp), piece(10, 'the second'), stranger, piece(0, 'first and ')]));
    expect(raw_metadata['xmp:packet']).toBe(`${xmp}\nfirst and the second`);
  });

  it('[P34] reads IPTC from APP13: texts and the day', async () => {
    const dataset = (number: number, value: string) => Buffer.concat([Buffer.from([0x1c, 2, number, 0, value.length]), Buffer.from(value)]);
    const record = Buffer.concat([dataset(110, 'Made with Google AI'), dataset(25, 'sea'), dataset(25, 'boat'), dataset(55, '20250607')]);
    const resource = Buffer.concat([latin1('8BIM'), Buffer.from([4, 4, 0, 0]), u32be(record.length), record]);
    const other = Buffer.concat([latin1('8BIM'), Buffer.from([4, 0x0c, 3]), latin1('abc'), u32be(3), Buffer.from([1, 2, 3, 0])]);
    const segment = jpegSegment(0xed, Buffer.concat([latin1('Photoshop 3.0\0'), other, resource]));
    const inspection = await inspectBytes(writeJpeg([segment]));
    expect(inspection.raw_metadata).toEqual({ 'iptc:Credit': 'Made with Google AI', 'iptc:Keywords': 'sea, boat' });
    expect(inspection.made_at).toEqual({ date: '2025-06-07', from: 'iptc' });
  });

  it('[P34] puts a C2PA store together from segments in any order', async () => {
    const store = writeC2paStore({ claim_generator_info: { name: 'ChatGPT' } }, [{ action: 'c2pa.created', digitalSourceType: 'trainedAlgorithmicMedia' }]);
    const pieces = jpegJumbf(store, 60);
    const [first, ...rest] = pieces;
    const shuffled = [...(first === undefined ? [] : [first]), ...rest.toReversed()];
    expect(pieces.length).toBeGreaterThan(3);
    expect(await inspectBytes(writeJpeg(shuffled))).toMatchObject({ provenance: { tool: 'chatgpt' } });
  });

  it('[P36] tells depth and colour, and what a camera measured', async () => {
    const { facts } = await inspectBytes(writeJpeg([jpegExif(exif)]));
    expect(facts).toMatchObject({ bit_depth: 8, colour: 'gray', has_alpha: false, animated: false });
    const exposure = { type: 5, bytes: u32be(1, 125) };
    const { raw_metadata } = await inspectBytes(writeTiff([{ 0x829a: exposure }], { littleEndian: false }));
    expect(raw_metadata).toEqual({ 'exif:ExposureTime': '1/125' });
  });
});

describe('GIF, WebP', () => {
  it('[P36] tells frames and duration, and finds comment and XMP behind them', async () => {
    const gif = await inspectBytes(writeGif({ frames: 5, delay: 20, comment: text, xmp }));
    expect(gif).toMatchObject({ width: 320, height: 240, provenance: { tool: 'a1111' }, made_at: { date: '2025-05-06' }, warnings: [] });
    expect(gif.facts).toMatchObject({ animated: true, frames: 5, duration: 1, colour: 'indexed' });
    expect((await inspectBytes(writeGif())).facts).toMatchObject({ animated: false, frames: 1, duration: null });
    const cut = writeGif({ frames: 3, comment: text });
    expect(await inspectBytes(cut.subarray(0, cut.length - 2))).toMatchObject({ truncated: true, provenance: { tool: 'a1111' } });
  });

  it('[P36] reads an animated WebP whose metadata stands behind its frames', async () => {
    const frame = Buffer.alloc(32);
    frame.writeUIntLE(250, 12, 3);
    const webp = await inspectBytes(writeWebp([riffChunk('ANMF', frame), riffChunk('ANMF', frame), riffChunk('EXIF', exif), riffChunk('XMP ', Buffer.from(xmp))]));
    expect(webp).toMatchObject({ provenance: { tool: 'a1111' }, made_at: { date: '2025-05-06' } });
    expect(webp.facts).toMatchObject({ animated: true, frames: 2, duration: 0.5 });
  });
});

describe('AVIF and HEIC', () => {
  it('[P24] takes size and turn of the primary picture, and does not turn it again by EXIF', async () => {
    const turned = writeExif({ ifd0: { 0x0112: 6 } });
    const { width, height, facts } = await inspectBytes(writeHeif({ turns: 3, bitDepth: 10, hasAlpha: true, exif: turned }));
    expect([width, height, facts.rotation, facts.bit_depth, facts.has_alpha]).toEqual([1080, 1920, 90, 10, true]);
    expect(await inspectBytes(writeHeif({ brand: 'heic', exif: turned }))).toMatchObject({ format: 'heic', width: 1920, height: 1080 });
  });

  it('[P25] reads EXIF and XMP items, in the file and inside the index', async () => {
    for (const isInside of [false, true]) {
      const inspection = await inspectBytes(writeHeif({ exif, xmp, isInside }));
      expect(inspection).toMatchObject({ provenance: { tool: 'a1111' }, made_at: { date: '2025-05-06' }, warnings: [] });
    }
  });
});

describe('TIFF', () => {
  const page = (le: boolean) => ({
    0x0100: tiffShort(70, le), 0x0101: tiffShort(80, le), 0x0102: tiffShort(16, le), 0x0106: tiffShort(2, le),
    0x010e: tiffText(text), 0x02bc: tiffBytes(Buffer.from(xmp), 1),
  });

  it('[P35] reads TIFF and BigTIFF in both byte orders, with XMP and further pages', async () => {
    for (const littleEndian of [true, false]) {
      for (const isBig of [true, false]) {
        const tiff = await inspectBytes(writeTiff([page(littleEndian), { 0x010e: tiffText('page two') }], { littleEndian, isBig }));
        expect(tiff).toMatchObject({ format: 'tiff', width: 70, height: 80, provenance: { tool: 'a1111' }, made_at: { date: '2025-05-06' }, warnings: [] });
        expect(tiff.facts).toMatchObject({ frames: 2, bit_depth: 16, colour: 'rgb' });
      }
    }
  });

  it('[P35] ends where directories lead in a circle', async () => {
    const tiff = await inspectBytes(writeTiff([page(true), { 0x0131: tiffText('a program') }], { lastLink: 8 }));
    expect(tiff).toMatchObject({ width: 70, raw_metadata: { 'exif:Software': 'a program' } });
    expect(tiff.warnings).toEqual(['unreadable metadata: the directories of the TIFF lead in a circle, or are more than Alice reads.']);
  });
});
