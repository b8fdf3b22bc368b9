import sharp, { type Sharp } from 'sharp';
import { a1111Text, comfyGraph } from '../../services/assets/testing/sample-texts';
import { ebml, isoBox, latin1, u32be, writeC2paStore } from '../../services/assets/testing/write-boxes';
import { userComment, writeExif } from '../../services/assets/testing/write-exif';
import { jpegComment, jpegExif, jpegJumbf, jpegXmp, withJpegSegments } from '../../services/assets/testing/write-jpeg';
import { pngChunk, pngText, withPngChunks } from '../../services/assets/testing/write-png';
import { withWebpExif } from '../../services/assets/testing/write-webp';

/** The formats that are mutated; of the videos only what stands around the pictures is read. */
export const mutatedFormats = ['png', 'jpeg', 'webp', 'gif', 'tiff', 'avif', 'heic', 'bmp', 'mp4', 'webm', 'avi'] as const;
export type MutatedFormat = (typeof mutatedFormats)[number];

const graph = JSON.stringify(comfyGraph);
const store = writeC2paStore({ claim_generator_info: { name: 'ChatGPT' } }, [{ action: 'c2pa.created', digitalSourceType: 'trainedAlgorithmicMedia' }]);
const exif = (littleEndian: boolean) => writeExif({
  ifd0: { 0x010e: 'a boat', 0x010f: `workflow:${graph}`, 0x0112: 6 },
  exif: { 0x9286: userComment(a1111Text(), littleEndian ? 'UTF-16LE' : 'UTF-16BE'), 0x9003: '2024:05:01 12:30:59' },
  littleEndian,
});
const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description xmp:CreateDate="2024-01-01" dc:description="a boat"/></x:xmpmeta>';

function noise(width: number, height: number, channels: 1 | 3 | 4 = 3): Sharp {
  const data = Buffer.alloc(width * height * channels);
  for (let i = 0; i < data.length; i += 1) data[i] = (i * 37 + ((i * i) >> 4)) & 0xff;
  return sharp(data, { raw: { width, height, channels } });
}

async function pngs(): Promise<Uint8Array[]> {
  const [grey, deep, palette, rated] = await Promise.all([
    noise(12, 9, 1).png().toBuffer(),
    noise(11, 7, 4).toColourspace('rgb16').png({ progressive: true }).toBuffer(),
    noise(16, 16).png({ palette: true, colours: 8 }).toBuffer(),
    noise(66, 66).withIccProfile('p3').png().toBuffer(),
  ]);
  const animated = [pngChunk('acTL', u32be(1, 0)), pngChunk('fcTL', new Uint8Array(26))];
  return [
    withPngChunks(grey, [pngText('parameters', a1111Text()), pngText('prompt', graph, 'zTXt')]),
    withPngChunks(deep, [pngText('Comment', '{"prompt":"a boat"}', 'iTXt compressed'), pngChunk('eXIf', exif(false)), pngChunk('caBX', store)]),
    withPngChunks(palette, animated),
    rated,
  ];
}

async function jpegs(): Promise<Uint8Array[]> {
  const [base, progressive, rated, inks] = await Promise.all([
    noise(16, 16).jpeg().toBuffer(),
    noise(24, 17).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer(),
    noise(66, 66).withIccProfile('p3').jpeg({ optimiseCoding: true }).toBuffer(),
    noise(16, 16).toColourspace('cmyk').jpeg().toBuffer(),
  ]);
  return [
    withJpegSegments(base, [jpegExif(exif(true)), jpegComment('a boat')]),
    withJpegSegments(progressive, [jpegXmp(xmp), ...jpegJumbf(store, 90)]),
    rated,
    inks,
  ];
}

async function webps(): Promise<Uint8Array[]> {
  const [lossy, lossless, animated] = await Promise.all([
    noise(16, 16).webp().toBuffer(),
    noise(19, 13, 4).webp({ lossless: true }).toBuffer(),
    sharp(await noise(16, 16).gif().toBuffer(), { animated: true }).webp().toBuffer(),
  ]);
  return [withWebpExif(lossy, exif(true), 16, 16), lossless, animated, await noise(66, 66, 4).webp({ alphaQuality: 50 }).toBuffer()];
}

async function gifs(): Promise<Uint8Array[]> {
  const tall = await noise(8, 24).toBuffer();
  const animated = await sharp(tall, { raw: { width: 8, height: 24, channels: 3, pageHeight: 8 } }).gif({ delay: [10, 10, 10] }).toBuffer();
  return [await noise(12, 9).gif().toBuffer(), animated, await noise(66, 66).gif({ progressive: true }).toBuffer()];
}

async function tiffs(): Promise<Uint8Array[]> {
  const of = (compression: 'lzw' | 'deflate' | 'jpeg' | 'none' | 'packbits', more: object = {}) =>
    noise(20, 14).tiff({ compression, ...more }).toBuffer();
  return Promise.all([
    of('lzw', { predictor: 'horizontal' }), of('deflate', { tile: true, tileWidth: 16, tileHeight: 16 }), of('jpeg'), of('packbits'),
    of('none', { bigtiff: true }), of('deflate', { pyramid: true }),
  ]);
}

async function avifs(): Promise<Uint8Array[]> {
  return Promise.all([noise(16, 16).avif({ effort: 0 }).toBuffer(), noise(18, 12, 4).avif({ effort: 0, lossless: true }).toBuffer()]);
}

/** AV1 pictures under the other brand: the same boxes, and a decoder that may be there or not. */
async function heics(): Promise<Uint8Array[]> {
  return (await avifs()).map((avif) => {
    const bytes = Buffer.from(avif);
    bytes.write('heic', 8, 'latin1');
    return new Uint8Array(bytes);
  });
}

function bmps(): Uint8Array[] {
  const head = Buffer.alloc(54);
  head.write('BM', 'latin1');
  for (const [at, value] of [[2, 54 + 192], [10, 54], [14, 40], [18, 8], [22, 8]] as const) head.writeUInt32LE(value, at);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  return [new Uint8Array(Buffer.concat([head, Buffer.alloc(192, 90)]))];
}

function mp4s(): Uint8Array[] {
  const track = Buffer.alloc(84);
  track.writeUInt32BE(640 << 16, 76);
  track.writeUInt32BE(480 << 16, 80);
  const keys = isoBox('keys', u32be(0, 2), isoBox('mdta', latin1('prompt')), isoBox('mdta', latin1('workflow')));
  const value = (number: string, text: string) => isoBox(number, isoBox('data', u32be(1, 0), Buffer.from(text)));
  const list = isoBox('ilst', value('\0\0\0\x01', graph), value('\0\0\0\x02', '{"nodes":[]}'));
  const tags = isoBox('udta', isoBox('meta', u32be(0), keys, list), isoBox('\xa9cmt', u32be(0x0006_15c7), latin1('a boat')));
  const movie = isoBox('moov', isoBox('mvhd', new Uint8Array(100)), isoBox('trak', isoBox('tkhd', track)), tags);
  return [
    new Uint8Array(Buffer.concat([isoBox('ftyp', latin1('isom\0\0\0\0isommp42')), movie, isoBox('mdat', new Uint8Array(64))])),
    new Uint8Array(Buffer.concat([isoBox('ftyp', latin1('qt  \0\0\0\0qt  ')), isoBox('wide'), isoBox('mdat', new Uint8Array(32)), movie])),
  ];
}

function webms(): Uint8Array[] {
  const tag = (name: string, text: string) => ebml(0x7373, ebml(0x67c8, ebml(0x45a3, latin1(name)), ebml(0x4487, Buffer.from(text))));
  const tracks = ebml(0x1654ae6b, ebml(0xae, ebml(0xe0, ebml(0xb0, latin1('\x02\x80')), ebml(0xba, latin1('\x01\xe0')))));
  const info = ebml(0x1549a966, ebml(0x4461, new Uint8Array(8).fill(1)));
  const segment = ebml(0x18538067, info, tracks, ebml(0x1254c367, tag('PROMPT', graph), tag('WORKFLOW', '{"nodes":[]}')));
  return ['webm', 'matroska'].map((kind) => new Uint8Array(Buffer.concat([ebml(0x1a45dfa3, ebml(0x4282, latin1(kind))), segment])));
}

function avis(): Uint8Array[] {
  const head = Buffer.alloc(96);
  for (const [at, word] of [[0, 'RIFF'], [8, 'AVI LIST'], [20, 'hdrlavih']] as const) head.write(word, at, 'latin1');
  for (const [at, value] of [[4, 88], [16, 76], [28, 56], [64, 640], [68, 480]] as const) head.writeUInt32LE(value, at);
  return [new Uint8Array(head)];
}

const makers: Readonly<Record<MutatedFormat, () => Uint8Array[] | Promise<Uint8Array[]>>> = {
  png: pngs, jpeg: jpegs, webp: webps, gif: gifs, tiff: tiffs, avif: avifs, heic: heics, bmp: bmps, mp4: mp4s, webm: webms, avi: avis,
};

/** Whole files of a format, a few hundred bytes each, so that a mutation often hits something that matters. */
export async function seedsOf(format: MutatedFormat): Promise<readonly Uint8Array[]> {
  return makers[format]();
}
