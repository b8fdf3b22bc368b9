/**
 * Makes a data folder whose log has a given number of events, spread over more than a year as people work: pictures that are filed,
 * some set aside, workflows of other programs, starts of Alice. Written by the log's own writer, in commits of four thousand.
 *
 *   node bench/ui/timeline-log.mjs DIR EVENTS
 */
import console from 'node:console';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import process from 'node:process';
import { appModules } from '../../scripts/lib/app-modules.mjs';
import { seededRandom } from '../../scripts/lib/seeded-random.mjs';

const { assetDetected, assetDiscovered, assetOrganized, assetProcessed, assetSetAside } = await appModules.shared('events/asset-events');
const { qualityAssessed } = await appModules.shared('events/quality-events');
const { workflowCompleted, workflowFailed, workflowStarted, workflowStepCompleted } = await appModules.shared('events/workflow-events');
const { hubStarted } = await appModules.shared('events/system-events');
const { parseEvent } = await appModules.shared('events/catalog');
const { stampEvent } = await appModules.shared('events/envelope');
const { EventLog } = await appModules.main('log/event-log');
const { openLogDatabase } = await appModules.main('log/open-database');
const { openProjections } = await appModules.main('projections/open-projections');
const { LibraryProjection } = await appModules.main('projections/library-projection');
const { EventDensityProjection } = await appModules.main('projections/event-density');
const { EventSearch, openSearchDatabase } = await appModules.main('projections/event-search');
const { serviceManifests } = await appModules.main('hub/service-manifests');

const days = 400;
const dayMs = 86_400_000;
const perCommit = 4_000;
const projects = ['lantern-harbor', 'salt-cathedral', 'moth-and-lamp', 'tidal-archive'];
const words = 'harbor dusk lantern tower moth brass tide glass archive salt ridge orchard copper violet harvest signal'.split(' ');

function storyOf(index, random) {
  const pick = (from) => from[Math.floor(random() * from.length)];
  const project_name = pick(projects);
  const name = `${pick(words)}-${pick(words)}-${index}.png`;
  const file_path = `/inbox/${project_name}/${name}`;
  const content_hash = createHash('sha256').update(`picture ${index}`).digest('hex');
  const kind = random();
  if (kind < 0.01) return [hubStarted({ inbox_path: '/inbox', organized_path: '/organized', operation: 'copy', hub_version: '0.3.0', dry_run: false })];
  if (kind < 0.08) {
    const workflow_id = `workflow-${index}`;
    const total_steps = 3 + Math.floor(random() * 4);
    const failed = random() < 0.1;
    return [
      workflowStarted({ workflow_id, workflow_type: 'image_generation', workflow_name: `${pick(words)} crossing, take ${index % 9}`, provider: 'ComfyUI' }),
      ...Array.from({ length: total_steps - (failed ? 2 : 0) }, (_, i) =>
        workflowStepCompleted({ workflow_id, step_id: `step-${i}`, step_name: `${pick(words)} step`, step_number: i + 1, total_steps, status: 'completed', duration_ms: 900 })),
      failed
        ? workflowFailed({ workflow_id, workflow_type: 'image_generation', error_type: 'resource_limit', error_message: 'The graphics card ran out of memory.' })
        : workflowCompleted({ workflow_id, workflow_type: 'image_generation', total_duration_ms: 42_000, steps_completed: total_steps, provider_used: 'ComfyUI' }),
    ];
  }
  const begun = [
    assetDetected({ file_path, file_size: 3_400_000, project_name }),
    assetDiscovered({ file_path, content_hash, file_size: 3_400_000, media_type: 'image', project_name }),
  ];
  if (kind < 0.1) return [...begun, assetSetAside({ file_path, content_hash, stage: 'assets', reason: 'unreadable', message: 'The file stops after 1.2 of 3.8 MB.' })];
  const brisque_score = Math.round(random() * 900) / 10;
  const star_rating = brisque_score < 25 ? 5 : brisque_score < 45 ? 4 : brisque_score < 65 ? 3 : brisque_score < 80 ? 2 : 1;
  return [
    ...begun,
    assetProcessed({
      content_hash, file_path, metadata: { width: 1_024, height: 768 },
      generation_params: { tool: 'comfyui', model: 'flux1-dev', prompt: Array.from({ length: 12 }, () => pick(words)).join(' ') },
    }),
    qualityAssessed({ content_hash, file_path, star_rating, combined_score: (100 - brisque_score) / 100, brisque_score }),
    assetOrganized({
      content_hash, source_path: file_path, destination_path: `/organized/2026-01-02/${project_name}/comfyui/${star_rating}-star/${name}`,
      project_name, source_type: 'comfyui', date_folder: '2026-01-02', quality_folder: `${star_rating}-star`,
    }),
  ];
}

/** When story after story began: mornings and evenings, few at night, some weeks much more than others. */
function* moments(stories, random, until) {
  const weights = Array.from({ length: days * 24 }, (_, hour) => {
    const byDay = 0.2 + random() * Math.max(0, Math.sin(((hour % 24) - 6) / 18 * Math.PI));
    return byDay * (0.3 + Math.abs(Math.sin(hour / 24 / 17)));
  });
  const sum = weights.reduce((all, each) => all + each, 0);
  let due = 0;
  for (const [hour, weight] of weights.entries()) {
    due += (weight / sum) * stories;
    const count = Math.floor(due);
    due -= count;
    const begin = until - days * dayMs + hour * 3_600_000;
    for (let i = 0; i < count; i += 1) yield begin + (i / count) * 3_500_000;
  }
}

/** Makes the data folder, with everything taken in that Alice would take in at her first start. Resolves with the number of events. */
export async function makeTimelineLog(data, wanted, say = () => undefined) {
  mkdirSync(data, { recursive: true });
  const database = openLogDatabase(data);
  const log = new EventLog(database);
  const random = seededRandom(1);
  let batch = [];
  let made = 0;
  for (const moment of moments(wanted / 4.7, random, Date.now() - 60_000)) {
    let cause = null;
    for (const [i, draft] of storyOf(made, random).entries()) {
      const alone = draft.event_type.startsWith('workflow.');
      const story = cause === null || alone ? {} : { correlation_id: cause.correlation_id, causation_id: cause.event_id };
      const time = new Date(moment + i * 350);
      cause = parseEvent(stampEvent(draft, { source: 'timeline-log', actor: 'service:timeline-log', ...story }, () => time));
      batch.push(cause);
      made += 1;
    }
    if (made >= wanted) break;
    if (batch.length < perCommit) continue;
    await log.append(batch);
    batch = [];
    if (made % 100_000 < perCommit) say(`${made} events`);
  }
  await log.append(batch);
  const { lastSequence } = log.reader;
  const receipts = serviceManifests.map(({ name }) => log.append([], { service: name, checkpoint: lastSequence, handled: lastSequence }));
  log.flush();
  await Promise.all(receipts);

  const projections = openProjections(data);
  say('the library');
  new LibraryProjection(projections, log.reader).catchUp();
  say('the density');
  const began = performance.now();
  await new EventDensityProjection(projections, log.reader).follow();
  say(`the density took ${Math.round(performance.now() - began)} ms; the words`);
  const words = openSearchDatabase(data);
  await new EventSearch(words, log.reader).follow();
  words.close();
  projections.close();
  database.close();
  return lastSequence;
}

if (import.meta.main) {
  const [data, wanted] = process.argv.slice(2);
  if (data === undefined || !(Number(wanted) > 0)) {
    console.error('Name the data folder to make and how many events: DIR EVENTS');
    process.exit(2);
  }
  console.log(`${await makeTimelineLog(data, Number(wanted))} events`);
}
