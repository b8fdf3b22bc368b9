/**
 * The limits between the stars are moved in a library of rated pictures: from the change to the last measured rating that is
 * derived anew, recorded in the log and folded into the library's tables. Files follow afterwards; how long another change takes
 * meanwhile is measured, too (there are no files here, so each is looked for and refused).
 * The limit, measured in the same run: the same events into one bare table, as one durable transaction.
 *
 *   node bench/ratings.mjs [--assets 10000] [--rounds 5]
 *
 * Needs no build. Prints milliseconds and their ratio, as median and range over the rounds.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { appModules } from '../scripts/lib/app-modules.mjs';
import { plausibleAssets } from '../scripts/samples/library/plausible-assets.mjs';

const { values } = parseArgs({ options: { assets: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '5' } } });
const wanted = Number(values.assets);

const { assetDiscovered, assetOrganized, assetProcessed } = await appModules.shared('events/asset-events');
const { qualityAssessed } = await appModules.shared('events/quality-events');
const { parseEvent } = await appModules.shared('events/catalog');
const { stampEvent } = await appModules.shared('events/envelope');
const { combinedScore, starFolder, starsFor } = await appModules.shared('library/rating');
const { EventLog } = await appModules.main('log/event-log');
const { openLogDatabase } = await appModules.main('log/open-database');
const { serviceManifests } = await appModules.main('hub/service-manifests');
const { openHub } = await appModules.main('hub');

const home = mkdtempSync(join(tmpdir(), 'alice-bench-ratings-'));
const [inbox, organized, data] = ['inbox', 'organized', 'data'].map((name) => join(home, name));
for (const folder of [inbox, organized, data]) mkdirSync(folder);

/** The four events of a picture that was filed. */
function storyOf({ index, generation, project, tool, time, width, height, brisque, issues }) {
  const day = time.toISOString().slice(0, 10);
  const score = brisque ?? (index * 37) % 100;
  const content_hash = createHash('sha256').update(`picture ${index}`).digest('hex');
  const subject = { content_hash, file_path: join(inbox, project, `${index}.png`) };
  const star_rating = starsFor(score);
  const destination_path = join(organized, day, project, tool, starFolder(star_rating), `${project}-${index}.png`);
  const placed = { project_name: project, source_type: tool, date_folder: day, quality_folder: starFolder(star_rating) };
  const drafts = [
    assetDiscovered({ ...subject, file_size: 1_000 + index, media_type: 'image', project_name: project, inbox_path: inbox }),
    assetProcessed({ ...subject, metadata: { width, height, extension: 'png' }, extracted_metadata: { made_on: day }, generation_params: generation }),
    qualityAssessed({
      ...subject, star_rating, combined_score: combinedScore(score), brisque_score: score, quality_issues: issues, stages_completed: ['brisque'],
    }),
    assetOrganized({ content_hash, source_path: subject.file_path, destination_path, ...placed, operation: 'move' }),
  ];
  const events = [];
  for (const draft of drafts) {
    const before = events.at(-1);
    const origin = { source: 'bench', actor: 'service:bench', ...(before && { correlation_id: before.correlation_id, causation_id: before.event_id }) };
    events.push(parseEvent(stampEvent(draft, origin, () => time)));
  }
  return events;
}

async function makeLibrary() {
  const database = openLogDatabase(data);
  const log = new EventLog(database);
  const batch = [];
  for (const asset of plausibleAssets(wanted, { seed: 1 })) {
    batch.push(...storyOf(asset));
    if (batch.length >= 4_000) await log.append(batch.splice(0));
  }
  await log.append(batch);
  const checkpoint = database.prepare('INSERT OR REPLACE INTO checkpoints (service, sequence) VALUES (?, ?)');
  for (const { name } of serviceManifests) checkpoint.run(name, log.reader.lastSequence);
  log.close();
}

/** The same events as rows of a table with nothing else, durable in one go. */
function bareTable(events) {
  const file = join(home, 'bare.sqlite');
  rmSync(file, { force: true });
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE events (sequence INTEGER PRIMARY KEY, event_id TEXT, type TEXT, subject TEXT, data TEXT)');
  const insert = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?)');
  const rows = events.map((event) => [event.sequence, event.event_id, event.event_type, event.subject, event.data]);
  const began = performance.now();
  database.transaction(() => { for (const row of rows) insert.run(...row.slice(0, 4), JSON.stringify(row[4])); })();
  const took = performance.now() - began;
  database.close();
  return took;
}

try {
  await makeLibrary();
  const bugs = [];
  let refile = false;
  const hub = openHub({
    inbox, organized, operation: () => 'copy', dataFolder: data, version: 'bench', reportBug: (bug) => bugs.push(bug),
    startMedia: () => { throw new Error('Nothing is decoded here.'); }, refileOnRating: () => refile, care: { everyMs: 86_400_000 },
  });
  await hub.start({ watch: false, takeIn: false });
  await hub.settled();
  const rounds = [];
  // By the second limits every picture has another rating than by the first.
  const limits = [[-4, -3, -2, -1], [200, 201, 202, 203]];
  await hub.setBands(limits[1]);
  for (let round = 0; round < Number(values.rounds); round += 1) {
    await hub.settled();
    const before = hub.log.lastSequence;
    const previewBegan = performance.now();
    hub.previewBands(limits[round % 2]);
    const preview = performance.now() - previewBegan;
    const began = performance.now();
    const { changed } = await hub.setBands(limits[round % 2]);
    const alice = performance.now() - began;
    const events = hub.log.find({ types: ['rating.derived'], after: before, limit: wanted * 2 });
    const stars = round % 2 === 0 ? 1 : 5;
    const folded = hub.ratingsNow().stars.find((each) => each.stars === stars).count;
    if ([events.length, changed, folded].some((count) => count !== wanted)) {
      throw new Error(`${events.length} derived, ${folded} folded of ${wanted}.`);
    }
    rounds.push({ alice, preview, limit: bareTable(events), ratio: 0 });
  }
  for (const round of rounds) round.ratio = round.limit / round.alice;
  refile = true;
  await hub.setBands(limits[Number(values.rounds) % 2]);
  const beganAgain = performance.now();
  await hub.setBands(limits[(Number(values.rounds) + 1) % 2]);
  const meanwhile = performance.now() - beganAgain;
  await hub.close('finished');
  if (bugs.length > 0) throw bugs[0].error;
  const sorted = (pick) => rounds.map(pick).sort((a, b) => a - b);
  const figures = (name, pick, digits, unit) => {
    const all = sorted(pick);
    console.log(`${name}  ${all[Math.floor(all.length / 2)].toFixed(digits)}${unit}  (${all[0].toFixed(digits)}–${all.at(-1).toFixed(digits)})`);
    return all;
  };
  console.log(`${wanted} rated pictures, all of which change, ${rounds.length} rounds`);
  figures('bare table (limit)  ', ({ limit }) => limit, 0, ' ms');
  figures('look at it first    ', ({ preview }) => preview, 0, ' ms');
  const took = figures('derived and folded  ', ({ alice }) => alice, 0, ' ms');
  console.log(`while files follow    ${meanwhile.toFixed(0)} ms`);
  figures('ratio               ', ({ ratio }) => ratio, 2, '');
  process.exitCode = took[Math.floor(took.length / 2)] < 1_000 * (wanted / 10_000) ? 0 : 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
