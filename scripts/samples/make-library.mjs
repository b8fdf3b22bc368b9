/**
 * Makes a data folder with a log of many plausible assets, so that the window can be used with a library of any size. The
 * organized files are real but tiny; their thumbnails are painted scenes. With --real the newest have files of two to twelve
 * megapixels. With --board all of them belong to one project that has styles, characters, concepts and notes on its board.
 *
 *   node scripts/samples/make-library.mjs --data DIR [--assets 10000] [--thumbnails 6000] [--real 0] [--seed 1] [--board]
 *
 * Beside DIR come DIR-organized and an empty DIR-inbox:
 *
 *   npm start -- --data DIR --inbox DIR-inbox --organized DIR-organized
 */
import { createHash } from 'node:crypto';
import { linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { appModules } from '../lib/app-modules.mjs';
import { boardDecisions } from './library/board-decisions.mjs';
import { plausibleAssets } from './library/plausible-assets.mjs';
import { realPictures } from './library/real-pictures.mjs';
import { sceneThumbnails } from './library/scene-thumbnails.mjs';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    assets: { type: 'string', default: '10000' },
    thumbnails: { type: 'string', default: '6000' },
    real: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    board: { type: 'boolean', default: false },
  },
});
if (values.data === undefined) {
  console.error('Name the data folder to make: --data DIR');
  process.exit(2);
}

const { assetDiscovered, assetOrganized, assetProcessed } = await appModules.shared('events/asset-events');
const creative = await appModules.shared('events/creative-events');
const board = await appModules.shared('events/board-events');
const { qualityAssessed, qualityNotRated } = await appModules.shared('events/quality-events');
const { parseEvent } = await appModules.shared('events/catalog');
const { stampEvent } = await appModules.shared('events/envelope');
const { combinedScore, starFolder, starsFor } = await appModules.shared('library/rating');
const { EventLog } = await appModules.main('log/event-log');
const { openLogDatabase } = await appModules.main('log/open-database');
const { openProjections } = await appModules.main('projections/open-projections');
const { LibraryProjection } = await appModules.main('projections/library-projection');
const { serviceManifests } = await appModules.main('hub/service-manifests');
const { thumbnailPath } = await appModules.main('adapters/media/media-ports');
const { pngText, withPngChunks } = await appModules.main('services/assets/testing/write-png');

const data = resolve(values.data);
const [organized, inbox] = [`${data}-organized`, `${data}-inbox`];
for (const folder of [data, organized, inbox]) mkdirSync(folder, { recursive: true });
const tiny = await sharp({ create: { width: 24, height: 16, channels: 3, background: '#456' } }).png().toBuffer();
const thumbnails = await sceneThumbnails(join(data, 'scenes'));
const textChunks = (bytes, text) => withPngChunks(bytes, [pngText('parameters', text)]);
const realPicture = Number(values.real) > 0 ? await realPictures(join(data, 'scenes'), textChunks) : null;
const smallOf = new Map();
const smallPicture = async (original) => {
  const known = smallOf.get(original);
  if (known !== undefined) return known;
  const file = `${original}.thumb.webp`;
  await sharp(original).resize(512, 512, { fit: 'inside' }).webp({ quality: 80 }).toFile(file);
  smallOf.set(original, file);
  return file;
};

const write = (path, bytes) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
};

const a1111Text = ({ prompt, negative_prompt, steps, sampler, cfg, seed, width, height, model }) =>
  `${prompt}\nNegative prompt: ${negative_prompt}\nSteps: ${steps}, Sampler: ${sampler}, CFG scale: ${cfg}, Seed: ${seed}, Size: ${width}x${height}, Model: ${model}`;

const boardProject = 'Lantern Harbor';

/** The file of an asset, and the events that tell of it. */
const storyOf = async (asset) => {
  const { generation, tool, time, brisque, issues } = asset;
  const project = values.board ? boardProject : asset.project;
  const isReal = realPicture !== null && wanted - asset.index <= Number(values.real);
  const real = isReal ? realPicture(asset.index, `made ${asset.index}`) : null;
  const video = asset.video && real === null;
  const { width, height } = real ?? asset;
  const extension = video ? 'mp4' : (real?.extension ?? 'png');
  const day = time.toISOString().slice(0, 10);
  const stars = brisque === null ? null : starsFor(brisque);
  const file_name = `${project}-${String(asset.index + 1).padStart(6, '0')}.${extension}`;
  const text = generation.steps === null ? `made ${asset.index}` : a1111Text(generation);
  const bytes = real !== null ? real.bytes : video ? Buffer.from(`film ${asset.index} ${text}`) : withPngChunks(tiny, [pngText(generation.steps === null ? 'Comment' : 'parameters', text), pngText('Title', file_name)]);
  const content_hash = createHash('sha256').update(bytes).digest('hex');
  const source_path = join(inbox, project, `${tool}_${String(asset.index).padStart(6, '0')}.${extension}`);
  const destination_path = join(organized, day, project, tool, ...(stars === null ? [] : [starFolder(stars)]), file_name);
  write(destination_path, bytes);
  const subject = { content_hash, file_path: source_path };
  const film = video ? { duration: 2 + (asset.index % 90) / 10, codec: 'h264', frame_rate: 24, has_audio: asset.index % 2 === 0 } : {};
  const media_type = video ? 'video' : 'image';
  const drafts = [
    assetDiscovered({ ...subject, file_size: bytes.length, media_type, project_name: project, inbox_path: inbox }),
    assetProcessed({
      ...subject,
      metadata: { width, height, format: extension, extension, file_size: bytes.length, media_type, truncated: false, ...film },
      extracted_metadata: { made_on: day, made_at: null, made_on_from: 'file_time', warnings: [], raw: [{ key: 'parameters', excerpt: text, length: text.length }] },
      generation_params: generation,
      processing_duration_ms: 4,
      processor_version: 'make-library 1',
    }),
    brisque === null
      ? qualityNotRated({ ...subject, reason: video ? 'video' : 'no_texture', message: video ? 'Videos are not rated.' : 'The picture has too little texture for a rating to mean anything.' })
      : qualityAssessed({ ...subject, star_rating: stars, combined_score: combinedScore(brisque), brisque_score: brisque, quality_issues: issues, assessment_duration_ms: 30, stages_completed: ['brisque'] }),
    assetOrganized({ content_hash, source_path, destination_path, project_name: project, source_type: tool, date_folder: day, quality_folder: stars === null ? null : starFolder(stars), operation: 'move' }),
  ];
  const events = [];
  for (const draft of drafts) {
    const before = events.at(-1);
    const origin = { source: 'library-maker', actor: 'service:library-maker', ...(before && { correlation_id: before.correlation_id, causation_id: before.event_id }) };
    events.push(parseEvent(stampEvent(draft, origin, () => time)));
  }
  const thumbnail = real === null ? thumbnails({ width, height }, asset.scene) : await smallPicture(real.original);
  return { content_hash, events, thumbnail };
};

const began = performance.now();
const seconds = () => ((performance.now() - began) / 1_000).toFixed(1);
const database = openLogDatabase(data);
const log = new EventLog(database);
const wanted = Number(values.assets);
let linked = 0;
const hashes = [];
let batch = [];
for (const asset of plausibleAssets(wanted, { seed: Number(values.seed) })) {
  const { content_hash, events, thumbnail } = await storyOf(asset);
  batch.push(...events);
  if (values.board) hashes.push(content_hash);
  // The newest have thumbnails.
  if (wanted - asset.index <= Number(values.thumbnails)) {
    const path = thumbnailPath(join(data, 'thumbnails'), content_hash);
    mkdirSync(dirname(path), { recursive: true });
    linkSync(thumbnail, path);
    linked += 1;
  }
  if (batch.length < 4_000) continue;
  await log.append(batch);
  batch = [];
}
await log.append(batch);
if (values.board) {
  const drafts = [...boardDecisions({ creative, board }, { project_id: 'lantern-harbor', project_name: boardProject, hashes, seed: Number(values.seed) })];
  await log.append(drafts.map((draft) => parseEvent(stampEvent(draft, { source: 'library-maker', actor: 'user' }))));
}
// All of it is dealt with: no service looks for files in the inbox that were never there.
const { lastSequence } = log.reader;
const receipts = serviceManifests.map(({ name }) => log.append([], { service: name, checkpoint: lastSequence, handled: lastSequence }));
log.flush();
await Promise.all(receipts);
console.log(`${wanted} assets, ${log.reader.lastSequence} events, ${linked} thumbnails: ${seconds()} s`);
const projections = openProjections(data);
new LibraryProjection(projections, log.reader).catchUp();
projections.close();
database.close();
console.log(`Library built from the log: ${seconds()} s`);
console.log(`npm start -- --data ${data} --inbox ${inbox} --organized ${organized}`);
