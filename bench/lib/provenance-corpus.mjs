import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appModules } from '../../scripts/lib/app-modules.mjs';

const fixtures = (file) => appModules.main(`services/assets/testing/${file}`);

/** Bytes that look like compressed pixels: no two pieces alike, the same on every machine. */
function noise(length, seed) {
  const bytes = Buffer.alloc(length);
  let state = seed >>> 0;
  for (let at = 0; at + 4 <= length; at += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes.writeUInt32LE(state, at);
  }
  return bytes;
}

/** Kinds of files as an artist's folders hold them, with their share of a hundred and how one is written. */
async function kinds() {
  const { a1111Text, comfyGraph, fluxGraph, invokeText, novelTexts, swarmText } = await fixtures('sample-texts');
  const { pngChunk, pngText, writePng } = await fixtures('write-png');
  const { userComment, writeExif } = await fixtures('write-exif');
  const { jpegExif, jpegJumbf, jpegXmp, writeJpeg } = await fixtures('write-jpeg');
  const { riffChunk, writeWebp } = await fixtures('write-webp');
  const { writeC2paStore } = await fixtures('write-boxes');
  const { writeGif } = await fixtures('write-gif');
  const { writeHeif } = await fixtures('write-heif');
  const { tiffText, writeTiff } = await fixtures('write-tiff');
  const { writeMovie } = await fixtures('write-movie');
  const { writeMatroska } = await fixtures('write-matroska');

  const [graph, flux] = [JSON.stringify(comfyGraph), JSON.stringify(fluxGraph)];
  // As ComfyUI writes it beside the graph: positions, colours and sizes of some dozens of nodes.
  const node = (id) => ({ id, type: 'KSampler', pos: [id * 40, id * 30], size: [315, 262], widgets_values: [id, 'fixed', 20, 7] });
  const nodes = Array.from({ length: 60 }, (_, id) => node(id));
  const workflow = JSON.stringify({ nodes, links: nodes.map(({ id }) => [id, id, 0, id + 1, 0, 'MODEL']), version: 0.4 });
  const pixels = (length, seed) => {
    const pieces = [];
    for (let at = 0; at < length; at += 65_536) pieces.push(pngChunk('IDAT', noise(65_536, seed + at)));
    return pieces;
  };
  const png = (texts) => (seed) => {
    const chunks = Object.entries(texts).map(([key, text]) => pngText(key, text));
    return writePng({ width: 1024, height: 1024, before: [...chunks, ...pixels(400_000, seed)] });
  };
  const exif = (text, form) => writeExif({ ifd0: { 0x0131: 'a program' }, exif: { 0x9286: userComment(text, form), 0x9003: '2025:05:01 12:30:59' } });
  const store = writeC2paStore({ claim_generator_info: { name: 'ChatGPT' } }, [{ action: 'c2pa.created', digitalSourceType: 'trainedAlgorithmicMedia' }]);
  const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description xmp:CreateDate="2025-05-01"/></rdf:RDF></x:xmpmeta>';
  const jpeg = (segments) => (seed) => {
    // Without 0xFF nothing among the pixels looks like a marker.
    const scan = noise(300_000, seed).map((byte) => byte & 0xfe);
    return Buffer.concat([writeJpeg(segments, 1024, 1024).subarray(0, -2), scan, Buffer.from([0xff, 0xd9])]);
  };
  const webp = (seed) => [riffChunk('VP8 ', noise(200_000, seed)), riffChunk('EXIF', exif(swarmText, 'UTF-16LE'))];
  const video = { tags: { PROMPT: graph, WORKFLOW: workflow }, tagsAt: 'end, promised', clusters: 20, clusterBytes: 60_000 };

  return [
    { share: 20, extension: 'png', write: png({ parameters: a1111Text() }) },
    { share: 15, extension: 'png', write: png({ prompt: graph, workflow }) },
    { share: 5, extension: 'png', write: png({ prompt: flux, workflow }) },
    { share: 5, extension: 'png', write: png({ invokeai_metadata: invokeText }) },
    { share: 5, extension: 'png', write: png(novelTexts) },
    { share: 5, extension: 'png', write: png({ parameters: swarmText }) },
    { share: 15, extension: 'jpg', write: jpeg([jpegExif(exif(a1111Text(), 'UTF-16BE')), jpegXmp(xmp)]) },
    { share: 5, extension: 'jpg', write: jpeg(jpegJumbf(store)) },
    { share: 5, extension: 'webp', write: (seed) => writeWebp(webp(seed), 1024, 1024) },
    { share: 4, extension: 'avif', write: () => writeHeif({ exif: exif(a1111Text(), 'UTF-16BE') }) },
    { share: 3, extension: 'gif', write: () => writeGif({ frames: 8, frameBytes: 40_000, comment: a1111Text() }) },
    { share: 3, extension: 'tif', write: () => writeTiff([{ 0x010e: tiffText(a1111Text()) }]) },
    { share: 6, extension: 'mp4', write: () => writeMovie({ tags: { prompt: graph, workflow }, isIndexLast: true, mediaBytes: 1_500_000, hasSound: true }) },
    { share: 4, extension: 'webm', write: () => writeMatroska(video) },
  ];
}

/** Fills a folder with `count` files of many tools and containers, mixed, in folders of two hundred. Resolves with their paths. */
export async function makeProvenanceCorpus(folder, count) {
  const all = (await kinds()).flatMap((kind) => Array.from({ length: Math.round((kind.share * count) / 100) }, () => kind));
  const paths = [];
  for (let index = 0; index < all.length; index += 1) {
    // A step that shares no divisor with the count visits every file once, and mixes the kinds.
    const { extension, write } = all[(index * 7919) % all.length];
    const inside = join(folder, String(Math.floor(index / 200)));
    await mkdir(inside, { recursive: true });
    const path = join(inside, `${String(index).padStart(5, '0')}.${extension}`);
    await writeFile(path, write(index + 1));
    paths.push(path);
  }
  return paths;
}
