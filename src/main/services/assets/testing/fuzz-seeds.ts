import type { ImageFormat, VideoFormat } from '../media/sniff-media';
import { pngWith } from './inspect-bytes';
import { a1111Text, comfyGraph, invokeText, novelTexts, swarmText } from './sample-texts';
import { isoBox, latin1, u32be, writeC2paStore } from './write-boxes';
import { userComment, writeExif } from './write-exif';
import { writeGif } from './write-gif';
import { writeHeif } from './write-heif';
import { jpegComment, jpegExif, jpegJumbf, jpegSegment, jpegXmp, writeJpeg } from './write-jpeg';
import { writeMatroska } from './write-matroska';
import { itunesMeta, itunesTag, quicktimeText, writeMovie } from './write-movie';
import { pngChunk, pngText, writePng } from './write-png';
import { tiffBytes, tiffShort, tiffText, writeTiff } from './write-tiff';
import { riffChunk, writeWebp } from './write-webp';

const graph = JSON.stringify(comfyGraph);
const xmp = '<x:xmpmeta xmp:CreateDate="2025-05-06T07:08:09" xmp:CreatorTool="Draw Things"/>';
const store = writeC2paStore({ claim_generator_info: { name: 'ChatGPT' } }, [{ action: 'c2pa.created', digitalSourceType: 'trainedAlgorithmicMedia' }]);
const exif = writeExif({
  ifd0: { 0x010f: `workflow:${graph}`, 0x0112: 6 },
  exif: { 0x9286: userComment(a1111Text(), 'UTF-16BE'), 0x9003: '2024:05:01 12:30:59' },
});
const swarmExif = writeExif({ exif: { 0x9286: userComment(swarmText, 'UTF-16LE') }, littleEndian: true });
const iptc = Buffer.from([0x1c, 2, 110, 0, 4, 65, 66, 67, 68, 0x1c, 2, 55, 0, 8, ...Buffer.from('20250607')]);
const resources = Buffer.concat([latin1('Photoshop 3.0\x008BIM'), Buffer.from([4, 4, 0, 0]), u32be(iptc.length), iptc]);
const animation = [pngChunk('acTL', u32be(2, 0)), pngChunk('fcTL', new Uint8Array(26).fill(1))];
const page = { 0x0100: tiffShort(70), 0x0101: tiffShort(80), 0x010e: tiffText(a1111Text()), 0x02bc: tiffBytes(Buffer.from(xmp), 1) };
const uuids = [
  isoBox('uuid', Buffer.from('d8fec3d61b0e483c92975828877ec481', 'hex'), new Uint8Array(4), latin1('manifest\0'), new Uint8Array(8), store),
  isoBox('uuid', Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex'), Buffer.from(xmp)),
];
const userData = [itunesMeta(itunesTag('\xa9cmt', Buffer.from(graph)), itunesTag('covr', writePng(), 14)), quicktimeText('\xa9swr', 'a program')];
const tags = { PROMPT: graph, COMMENT: 'boats' };

const riffChunkList = (name: string, ...parts: readonly Uint8Array[]): Uint8Array => riffChunk('LIST', Buffer.concat([latin1(name), ...parts]));
const avi = Buffer.concat([
  latin1('RIFF\0\0\0\0AVI '),
  riffChunkList('hdrl', riffChunk('avih', new Uint8Array(56).fill(9)), riffChunkList('strl', riffChunk('strh', latin1('vidsXVID')))),
  riffChunkList('INFO', riffChunk('ICMT', Buffer.from(a1111Text()))),
]);
const bmp = Buffer.alloc(54);
bmp.write('BM');
bmp.writeUInt32LE(40, 14);

/** Valid files by container, small enough that a mutation often hits something that matters. */
export const fuzzSeeds: Readonly<Record<ImageFormat | VideoFormat, readonly Uint8Array[]>> = {
  png: [
    pngWith({ parameters: a1111Text() }),
    writePng({ before: [...animation, pngText('prompt', graph, 'zTXt'), pngChunk('caBX', store)], after: [pngChunk('eXIf', exif), pngText('XML:com.adobe.xmp', xmp)] }),
    pngWith({ ...novelTexts, invokeai_metadata: invokeText }, 'iTXt compressed'),
    writePng({ before: Array.from({ length: 9 }, () => pngChunk('IDAT', new Uint8Array(16))), after: [pngText('Raw profile type exif', `\nexif\n 8\n${Buffer.from(exif).toString('hex')}`, 'zTXt')] }),
  ],
  jpeg: [
    writeJpeg([jpegExif(exif), jpegXmp(xmp), ...jpegJumbf(store, 90)]),
    writeJpeg([jpegSegment(0xed, resources), jpegComment(graph), jpegSegment(0xe1, Buffer.concat([latin1(`http://ns.adobe.com/xmp/extension/\0${'A'.repeat(32)}`), u32be(9, 0), latin1('extension')]))]),
  ],
  webp: [
    writeWebp([riffChunk('EXIF', swarmExif), riffChunk('XMP ', Buffer.from(xmp))]),
    writeWebp([riffChunk('ANIM', new Uint8Array(6)), riffChunk('ANMF', new Uint8Array(40)), riffChunk('ANMF', new Uint8Array(40)), riffChunk('EXIF', exif), riffChunk('C2PA', store)]),
  ],
  gif: [writeGif({ frames: 3, comment: a1111Text(), xmp }), writeGif({ comment: graph })],
  avif: [writeHeif({ exif: swarmExif, xmp, after: uuids }), writeHeif({ exif, isInside: true, turns: 1, hasAlpha: true })],
  heic: [writeHeif({ brand: 'heic', exif, xmp })],
  tiff: [writeTiff([page, { 0x0131: tiffText('a program'), 0x83bb: tiffBytes(iptc) }]), writeTiff([page, page], { isBig: true }), swarmExif],
  bmp: [bmp],
  mp4: [
    writeMovie({ tags: { prompt: graph }, isIndexLast: true, after: uuids, mediaBytes: 64, hasSound: true }),
    writeMovie({ userData, mediaBytes: 64 }),
    writeMovie({ isFragmented: true, seconds: 3, frames: 72, codec: 'av01', configuration: [isoBox('av1C', Uint8Array.of(1, 2, 3))] }),
  ],
  mov: [writeMovie({ brand: 'qt  ', userData: [...userData, isoBox('XMP_', Buffer.from(xmp))], mediaBytes: 64, rotation: 90 })],
  webm: [writeMatroska({ tags, tagsAt: 'end, promised', clusterBytes: 40, hasSound: true }), writeMatroska({ tags, seconds: null, clusterBytes: 40 })],
  mkv: [writeMatroska({ docType: 'matroska', tags, tagsAt: 'end', clusterBytes: 40, cover: writePng() })],
  avi: [avi],
};
