import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { appModules } from '../../lib/app-modules.mjs';
import { Trouble } from '../../lib/say.mjs';
import { noisyPicture } from './pictures.mjs';

const { runOrder } = await appModules.main('testing/fault-runs');
const { openLogReadOnly } = await appModules.main('log/open-database');
const { LogReader } = await appModules.main('log/log-reader');
const { Archive } = await appModules.main('log/archive');
const { verifyLog } = await appModules.main('log/verify-log');

export { runOrder };

const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex');

export const filesBelow = (folder) => {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
};
const contentOf = (path) => hashOf(readFileSync(path));
const contentsOf = (...folders) => folders.flatMap(filesBelow).map(contentOf).sort();

/** The contents of files, or of all files below folders. */
export const contentsIn = (...paths) => paths.flatMap((path) => (lstatSync(path).isDirectory() ? contentsOf(path) : [contentOf(path)]));

export const inTrash = (path) => path.includes('.alice-trash');

/** The members of the first list that the second lacks, counting repetitions. */
const lacking = (before, after) => {
  const left = new Map();
  for (const one of after) left.set(one, (left.get(one) ?? 0) + 1);
  return before.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
};

const put = (path, bytes) => {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, bytes);
};

/**
 * What files and orders a fault meets. `fill` puts files into the inbox, `before` runs undisturbed, `order` is what the
 * fault hits, `after` is what the folders must hold in the end: how many of the originals' contents are in the inbox, and
 * how many lie organized.
 */
export const scenarios = {
  copy: { fill: ({ inbox }) => put(join(inbox, 'p', 'a.png'), noisyPicture(1)), order: { operation: 'copy', act: 'organize' }, after: { inbox: 1, organized: 1 } },
  move: { fill: ({ inbox }) => put(join(inbox, 'p', 'a.png'), noisyPicture(1)), order: { operation: 'move', act: 'organize' }, after: { inbox: 0, organized: 1 } },
  several: {
    fill: ({ inbox }) => { for (let i = 0; i < 4; i += 1) put(join(inbox, 'p', `${i}.png`), noisyPicture(i)); },
    order: { operation: 'move', act: 'organize' },
    after: { inbox: 0, organized: 4 },
  },
  duplicate: {
    fill: ({ inbox }) => { for (const name of ['a.png', 'b.png']) put(join(inbox, 'p', name), noisyPicture(1)); },
    order: { operation: 'move', act: 'organize' },
    after: { inbox: 1, organized: 1 },
  },
  collision: {
    fill: ({ inbox }) => put(join(inbox, 'p', 'a.png'), noisyPicture(1)),
    /** The names that Alice would choose are taken by files of someone else, in every folder it could choose. */
    foreign: ({ organized }) => { for (let n = 1; n <= 5; n += 1) put(join(organized, today(), 'p', 'unknown', `${n}-star`, 'P-001.PNG'), noisyPicture(90 + n)); },
    order: { operation: 'move', act: 'organize' },
    after: { inbox: 0, organized: 6 },
  },
  'undo a copy': {
    fill: ({ inbox }) => put(join(inbox, 'p', 'a.png'), noisyPicture(1)),
    before: { operation: 'copy', act: 'organize' },
    order: { operation: 'copy', act: 'undo' },
    after: { inbox: 1, organized: 0, trash: 1 },
  },
  'undo a move': {
    fill: ({ inbox }) => put(join(inbox, 'p', 'a.png'), noisyPicture(1)),
    before: { operation: 'move', act: 'organize' },
    order: { operation: 'move', act: 'undo' },
    after: { inbox: 1, organized: 0, trash: 0 },
  },
  sidecar: {
    fill: ({ inbox }) => {
      put(join(inbox, 'p', 'a.png'), noisyPicture(1));
      put(join(inbox, 'p', 'a.txt'), 'a boat at night');
    },
    order: { operation: 'move', act: 'organize' },
    after: { inbox: 0, organized: 2 },
  },
  refile: {
    fill: ({ inbox }) => {
      put(join(inbox, 'p', 'a.png'), noisyPicture(1));
      put(join(inbox, 'p', 'a.txt'), 'a boat at night');
    },
    before: { operation: 'move', act: 'organize' },
    order: { operation: 'move', act: 'rate' },
    after: { inbox: 0, organized: 2, folder: '5-star' },
  },
};

const today = () => {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
};

/** The folders of one trial. `far` is where organized files go when that is to be another file system. */
export const placeIn = (home, far) => ({
  home,
  inbox: join(home, 'inbox'),
  organized: join(far ?? home, 'organized'),
  data: join(home, 'data'),
});

export const clear = ({ inbox, organized, data }) => {
  for (const folder of [inbox, organized, data]) rmSync(folder, { recursive: true, force: true });
};

/** Fills the folders and brings them to where the fault is to hit. Resolves with every content that must survive. */
export const prepare = async (place, { fill, foreign, before }) => {
  clear(place);
  mkdirSync(place.inbox, { recursive: true });
  fill(place);
  foreign?.(place);
  const contents = contentsOf(place.inbox, place.organized);
  if (before) {
    const { bugs } = await runOrder({ ...folders(place), ...before });
    must(bugs.length === 0, `the undisturbed beginning reported ${bugs.join('; ')}`);
  }
  return contents;
};

export const folders = ({ inbox, organized, data }) => ({ inbox, organized, data });

export const must = (holds, what) => {
  if (!holds) throw new Trouble(what);
};

/** Says of a complaint when it came up. */
export const saying = async (when, check) => {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof Trouble)) error.message = `${when}: ${error.message}`;
    throw error instanceof Trouble ? new Trouble(`${when}: ${error.message}`) : error;
  }
};

/** Right after the fault, before anything is mended: every content is somewhere, and no name holds half a file. */
export const nothingLost = (place, contents, when) => {
  const there = contentsOf(place.inbox, place.organized);
  const lost = lacking([...new Set(contents)], [...new Set(there)]);
  must(lost.length === 0, `${lost.length} contents are lost ${when}; look at ${place.home}`);
  const torn = filesBelow(place.organized).filter((path) => !path.endsWith('.part') && !contents.includes(contentOf(path)));
  // A reservation is an empty file under the final name until the verified copy takes its place; recovery must end it.
  const halves = torn.filter((path) => lstatSync(path).size > 0);
  must(halves.length === 0, `${halves.map((path) => relative(place.home, path)).join(', ')} holds something that nobody wrote ${when}; look at ${place.home}`);
};

/** Starts Alice again, as often as it takes, and checks that everything came to the end that it should. */
export const recovered = async (place, scenario, contents, told = [], { mayKeep = false } = {}) => {
  const { bugs, setAside } = await runOrder({ ...folders(place), ...scenario.order });
  must(bugs.length === 0, `the next start reported: ${bugs.join('; ')}; look at ${place.home}`);
  const aside = setAside.filter(({ reason }) => reason !== 'undone');
  must(aside.length === 0, `${aside[0]?.path} was set aside at the next start: ${aside[0]?.message}; look at ${place.home}`);
  nothingLost(place, contents, 'after the next start');
  const organized = filesBelow(place.organized);
  const shown = organized.map((path) => relative(place.organized, path)).join(', ');
  const parts = organized.filter((path) => path.includes('.alice-') && !inTrash(path));
  must(parts.length === 0, `${parts.join(', ')} was left behind; look at ${place.home}`);
  const kept = organized.filter((path) => !inTrash(path));
  must(kept.length === scenario.after.organized, `${kept.length} files are organized instead of ${scenario.after.organized} (${shown}); look at ${place.home}`);
  const inbox = filesBelow(place.inbox);
  const expected = scenario.after.inbox + (mayKeep ? originalsKept(place, scenario) : 0);
  must(inbox.length === expected, `${inbox.length} files are in the inbox instead of ${expected}; look at ${place.home}`);
  if (scenario.after.folder !== undefined) {
    const elsewhere = kept.filter((path) => basename(dirname(path)) !== scenario.after.folder);
    must(elsewhere.length === 0, `${elsewhere.join(', ')} is not in the folder ${scenario.after.folder}; look at ${place.home}`);
  }
  if (scenario.after.trash !== undefined) {
    const trashed = organized.length - kept.length;
    must(trashed === scenario.after.trash, `${trashed} files are in the trash instead of ${scenario.after.trash}; look at ${place.home}`);
  }
  logIsWhole(place, told);
};

/** Files that were to be moved and are told to have been copied, because their original could not be removed: both are there. */
const originalsKept = ({ data }, { order }) => {
  if (order.operation !== 'move' || order.act !== 'organize') return 0;
  const database = openLogReadOnly(data);
  try {
    const told = new LogReader(database).find({ types: ['asset.organized', 'asset.sidecar_filed'], limit: 10_000 });
    return told.filter((event) => event.data.operation === 'copy' && existsSync(event.data.source_path)).length;
  } finally {
    database.close();
  }
};

/** Every event verifies, no number is left out, those that were told are there, nothing is parked or was filed twice. */
export const logIsWhole = ({ data, home }, told = []) => {
  const database = openLogReadOnly(data);
  try {
    const reader = new LogReader(database);
    const verdict = verifyLog(database, reader, new Archive(data));
    must(verdict.kind === 'sound', `the log is damaged: ${verdict.problem}; look at ${home}`);
    const events = reader.after(0, 10_000);
    must(events.every(({ sequence }, i) => sequence === i + 1), `the log has a gap; look at ${home}`);
    const ids = new Set(events.map(({ event_id }) => event_id));
    const forgotten = told.filter((id) => !ids.has(id));
    must(forgotten.length === 0, `${forgotten.length} events that were told are not in the log; look at ${home}`);
    must(!events.some(({ event_type }) => event_type === 'event.parked'), `an event was parked; look at ${home}`);
    const filed = new Map();
    for (const event of events) {
      if (event.event_type === 'asset.organized') filed.set(event.subject, (filed.get(event.subject) ?? 0) + 1);
      if (event.event_type === 'asset.unfiled') filed.set(event.subject, (filed.get(event.subject) ?? 0) - 1);
    }
    must([...filed.values()].every((times) => times <= 1), `a file is recorded as filed twice; look at ${home}`);
  } finally {
    database.close();
  }
};
