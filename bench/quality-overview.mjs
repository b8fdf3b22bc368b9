#!/usr/bin/env node
/**
 * How long the overview of technical quality takes, and how long others wait for their turn meanwhile.
 *
 *   node bench/quality-overview.mjs [--assets 100000] [--rounds 9]
 *
 * The assets are made up, see scripts/samples/library; they stand in the library's table as filing would have put them there.
 * Printed are the first question, which reads the table into columns, the median of the same question asked again, and of one
 * with words; each with the longest time that anything else had to wait.
 */
import console from 'node:console';
import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { appModules } from '../scripts/lib/app-modules.mjs';
import { plausibleAssets } from '../scripts/samples/library/plausible-assets.mjs';
import { median } from './lib/figures.mjs';

const { values } = parseArgs({ options: { assets: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '9' } } });
const { AssetSearch } = await appModules.main('projections/asset-search');
const { AssetIndex } = await appModules.main('projections/asset-index');
const { openMemoryProjections } = await appModules.main('projections/open-projections');
const { starsFor } = await appModules.shared('library/rating');

const database = openMemoryProjections();
const index = new AssetIndex(database);
database.transaction(() => {
  for (const asset of plausibleAssets(Number(values.assets))) {
    const { index: at, project, tool, time, width, height, brisque, issues, generation, video } = asset;
    const stars = brisque === null ? null : starsFor(brisque);
    index.follow(null, {
      content_hash: createHash('sha256').update(String(at)).digest('hex'), sequence: at + 1, filed_sequence: at + 1,
      filed_at: time.toISOString(), project, source: tool,
      media_type: video ? 'video' : 'image', missing: null, width, height,
      file_size: 1, file_name: `${project}-${at}.png`,
      brisque, stars, measured_stars: stars, own_stars: null, quality_issues: issues, not_rated: video ? 'Videos are not rated.' : null,
      date_folder: time.toISOString().slice(0, 10), generation,
    });
  }
})();

/** Resolves with how long a question took, and how long others had to wait for their turn at most. */
async function asked(filter) {
  let [done, longest] = [false, 0];
  const began = performance.now();
  const answer = search.overview(filter).finally(() => { done = true; });
  for (let since = performance.now(); !done; since = performance.now()) {
    await nextTurn();
    longest = Math.max(longest, performance.now() - since);
  }
  const { rated } = await answer;
  return { rated, took: performance.now() - began, longest };
}

const search = new AssetSearch(database);
const say = (what, took, longest, rated) => console.log(`${what}: ${took.toFixed(0)} ms, others wait ${longest.toFixed(1)} ms at most, ${rated} rated`);
const first = await asked({});
say('first question', first.took, first.longest, first.rated);
for (const [what, filter] of [['all', {}], ['with words', { words: 'harbor' }], ['one tool', { tool: ['comfyui'] }]]) {
  const rounds = [];
  for (let round = 0; round < Number(values.rounds); round += 1) rounds.push(await asked(filter));
  say(what, median(rounds.map(({ took }) => took)), median(rounds.map(({ longest }) => longest)), rounds[0].rated);
}
