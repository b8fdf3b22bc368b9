import { copyFileSync, mkdirSync, readFileSync, renameSync, unlinkSync, utimesSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { CareReport, FindingKind } from '@shared/library/care-report';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { inFolder } from '../testing/temp-folder';
import { place, type Place, typesOf } from '../testing/test-hub';
import { a1111Png, drop, ratedPng, tinyPng } from '../testing/tiny-pictures';
import { filesBelow, hashOf, snapshotOf } from '../testing/trees';

const quick = { care: { settleMs: 1, hintsMs: 5 } } as const;

/** A place with three filed pictures, one duplicate and one file set aside; some time has passed. */
async function lived(): Promise<Place> {
  const home = place();
  drop(join(home.inbox, 'harbor/boat.png'), tinyPng('boat'));
  drop(join(home.inbox, 'harbor/tree.png'), tinyPng('tree'));
  drop(join(home.inbox, 'gate.png'), tinyPng('gate'));
  drop(join(home.inbox, 'again.png'), tinyPng('gate'));
  drop(join(home.inbox, 'note.doc'), 'no picture');
  await home.run(quick);
  await delay(40);
  return home;
}

/** Looks as the command line does: with a hub that takes nothing in. */
async function examined(home: Place, deep = false): Promise<CareReport> {
  const hub = home.open(quick);
  const report = await hub.doctor({ deep });
  await hub.close('finished');
  return report;
}

/** Looks, mends, lets everything come to its end, and looks again. */
async function mended(home: Place, which: (report: CareReport) => 'all' | readonly string[] = () => 'all', hash = '') {
  const hub = home.open(quick);
  const before = await hub.doctor();
  const from = hub.log.lastSequence;
  await hub.start({ watch: false, takeIn: false });
  const outcome = await hub.mend(which(before));
  await hub.settled();
  const events = hub.log.after(from, 1_000).filter(({ event_type }) => !event_type.startsWith('hub.'));
  const after = await hub.doctor();
  const record = hub.library.asset(hash);
  await hub.close('finished');
  return { before, outcome, events, after, record };
}

const kinds = ({ findings }: CareReport): FindingKind[] => findings.map(({ kind }) => kind).sort();
const idsOf = (kind: FindingKind) => ({ findings }: CareReport) => findings.filter((each) => each.kind === kind).map(({ id }) => id);
const organizedAt = (home: Place, content: Uint8Array): string => {
  const found = filesBelow(home.organized).find((path) => hashOf(readFileSync(join(home.organized, path))) === hashOf(content));
  return join(home.organized, found ?? 'not there');
};

it('[K16] when all agrees nothing is found, and every file of the inbox is in one outcome', async () => {
  const home = await lived();
  const report = await examined(home);
  expect(report).toMatchObject({
    findings: [], inbox_files: 5, organized_files: 3, assets: 3, deep: false,
    outcomes: { waiting: 0, working: 0, filed: 3, duplicate: 1, set_aside: 1 },
  });
});

it('[K16] a file without an outcome, new or changed after it was filed, is forgotten until it is taken in', async () => {
  const home = await lived();
  drop(join(home.inbox, 'new.png'), tinyPng('new'));
  drop(join(home.inbox, 'harbor/boat.png'), tinyPng('a new boat'));
  const { before, outcome, events, after } = await mended(home);
  expect(before.findings.map(({ kind, path, mends }) => [kind, path, mends]).sort()).toEqual([
    ['forgotten', join(home.inbox, 'harbor/boat.png'), ['take_in']],
    ['forgotten', join(home.inbox, 'new.png'), ['take_in']],
  ]);
  expect(before.inbox_files).toBe(Object.values(before.outcomes).reduce((sum, n) => sum + n, 0) + 2);
  expect([outcome.mended.length, outcome.failed]).toEqual([2, []]);
  expect(typesOf(events).filter((type) => type === 'asset.organized')).toHaveLength(2);
  expect(after).toMatchObject({ findings: [], inbox_files: 6, assets: 5 });
});

it('[K17] finds what is missing, replaced, moved, foreign, left over or there twice, and says of each what can be done', async () => {
  const home = await lived();
  const boat = organizedAt(home, tinyPng('boat'));
  unlinkSync(boat);
  unlinkSync(join(home.inbox, 'harbor/boat.png'));
  renameSync(organizedAt(home, tinyPng('tree')), inFolder(join(home.organized, 'best/tree.png')));
  const gate = organizedAt(home, tinyPng('gate'));
  copyFileSync(gate, join(dirname(gate), 'copy of gate.png'));
  writeFileSync(join(dirname(gate), '.alice-018f.part'), 'half');
  writeFileSync(join(home.organized, 'mine.png'), tinyPng('mine'));
  writeFileSync(join(home.organized, 'list.txt'), 'a list');
  const report = await examined(home);
  const found = Object.fromEntries(report.findings.map(({ path, kind, mends }) => [path.slice(home.organized.length + 1).split('/').at(-1), [kind, ...mends]]));
  expect(found).toEqual({
    [basename(boat)]: ['missing', 'record'],
    'tree.png': ['moved', 'record'],
    'copy of gate.png': ['twin', 'trash'],
    '.alice-018f.part': ['leftover', 'trash'],
    'mine.png': ['foreign', 'adopt'],
    'list.txt': ['foreign'],
  });
  const again = await examined(home);
  expect(again.findings.map(({ id }) => id).sort()).toEqual(report.findings.map(({ id }) => id).sort());
});

it('[K17] a hub that was closed while files were moved says so as soon as it runs', async () => {
  const home = await lived();
  renameSync(organizedAt(home, tinyPng('tree')), inFolder(join(home.organized, 'best/tree.png')));
  unlinkSync(organizedAt(home, tinyPng('boat')));
  expect(typesOf(await home.run(quick)).sort()).toEqual(['asset.missing', 'asset.moved']);
  expect(home.bugs).toEqual([]);
});

it('[K15] a hub that runs notices a move by its watcher', async () => {
  const home = await lived();
  const hub = home.open(quick);
  await hub.start({ watch: true });
  await hub.settled();
  const said: string[] = [];
  hub.bus.on('asset.*', (event) => { said.push(event.event_type); });
  renameSync(organizedAt(home, tinyPng('tree')), inFolder(join(home.organized, 'best/tree.png')));
  for (let i = 0; i < 200 && said.length === 0; i += 1) await delay(20);
  expect(said).toEqual(['asset.moved']);
  expect(hub.library.asset(hashOf(tinyPng('tree')))?.path).toBe(join(home.organized, 'best/tree.png'));
});

it('[K18] looking touches nothing: not the inbox, not the organized folder, and no event is recorded', async () => {
  const home = await lived();
  unlinkSync(organizedAt(home, tinyPng('boat')));
  drop(join(home.inbox, 'new.png'), tinyPng('new'));
  const before = [snapshotOf(home.inbox), snapshotOf(home.organized)];
  const [first, second] = [await examined(home), await examined(home, true)];
  expect([snapshotOf(home.inbox), snapshotOf(home.organized)]).toEqual(before);
  expect(second.events).toBe(first.events);
});

it('[K19] a foreign picture is adopted where it lies: its place tells project, tool, day and stars, and it is read and rated', async () => {
  const home = await lived();
  const path = inFolder(join(home.organized, '2025-05-06/lanterns/comfyui/4-star/lanterns-007.png'));
  writeFileSync(path, ratedPng(7));
  const before = snapshotOf(home.organized);
  const { outcome, events, after, record } = await mended(home, undefined, hashOf(ratedPng(7)));
  expect([outcome.failed, after.findings]).toEqual([[], []]);
  expect(typesOf(events)).toEqual(['asset.adopted', 'asset.processed', 'quality.assessed']);
  expect(record).toMatchObject({ path, project: 'lanterns', date_folder: '2025-05-06', stars: expect.any(Number) as number, missing: null });
  expect(events[0]?.data).toMatchObject({
    file_path: path, project_name: 'lanterns', source_type: 'comfyui', date_folder: '2025-05-06', quality_folder: '4-star', media_type: 'image',
  });
  expect(snapshotOf(home.organized)).toEqual(before);
  expect(home.bugs).toEqual([]);
});

it('[K19] one whose place tells nothing is adopted by what the file tells; one that cannot be read stays in the library', async () => {
  const home = await lived();
  const path = inFolder(join(home.organized, 'from a friend/castle.png'));
  writeFileSync(path, a1111Png('a castle'));
  utimesSync(path, new Date('2024-03-04T12:00:00'), new Date('2024-03-04T12:00:00'));
  const half = join(home.organized, 'half.png');
  writeFileSync(half, ratedPng(3).subarray(0, 2_000));
  const { events, after, record } = await mended(home, undefined, hashOf(ratedPng(3).subarray(0, 2_000)));
  const [castle] = events.filter(({ event_type, data }) => event_type === 'asset.adopted' && 'file_path' in data && data.file_path === path);
  expect(castle?.data).toMatchObject({ project_name: 'from a friend', source_type: 'a1111', date_folder: '2024-03-04', quality_folder: null });
  expect(record).toMatchObject({ path: half, project: 'uncategorized', missing: null });
  expect([after.findings, typesOf(events).includes('asset.set_aside')]).toEqual([[], false]);
});

it('[K19] what has changed since it was found is not adopted', async () => {
  const home = await lived();
  const path = join(home.organized, 'mine.png');
  writeFileSync(path, tinyPng('mine'));
  const hub = home.open(quick);
  const [id = ''] = idsOf('foreign')(await hub.doctor());
  writeFileSync(path, tinyPng('other'));
  expect(await hub.mend([id])).toEqual({ mended: [], failed: [{ id, message: 'It has changed since it was checked. Check again.' }] });
  expect(await hub.mend(['foreign-unheard-of'])).toMatchObject({ mended: [], failed: [{ id: 'foreign-unheard-of' }] });
  expect(await hub.mend([id], 'trash')).toMatchObject({ mended: [], failed: [{ id }] });
});

it('[K20] a missing file whose bytes still lie in the inbox is filed again from there', async () => {
  const home = await lived();
  unlinkSync(organizedAt(home, tinyPng('boat')));
  unlinkSync(organizedAt(home, tinyPng('gate')));
  unlinkSync(join(home.inbox, 'gate.png'));
  const { before, outcome, events, after } = await mended(home);
  expect(before.findings.map(({ kind, mends }) => [kind, ...mends])).toEqual([['missing', 'restore', 'record'], ['missing', 'restore', 'record']]);
  expect([outcome.mended.length, outcome.failed, after.findings]).toEqual([2, [], []]);
  expect(typesOf(events).filter((type) => type === 'asset.organized')).toHaveLength(2);
  expect([organizedAt(home, tinyPng('boat')), organizedAt(home, tinyPng('gate'))].every((path) => !path.endsWith('not there'))).toBe(true);
});

it('[K20] what was found of moved and missing files is recorded when that is asked for, and then agrees', async () => {
  const home = await lived();
  renameSync(organizedAt(home, tinyPng('tree')), inFolder(join(home.organized, 'best/tree.png')));
  writeFileSync(organizedAt(home, tinyPng('boat')), tinyPng('edited'));
  unlinkSync(join(home.inbox, 'harbor/boat.png'));
  const hub = home.open(quick);
  const report = await hub.doctor();
  expect(kinds(report)).toEqual(['foreign', 'moved', 'replaced']);
  await hub.mend([...idsOf('moved')(report), ...idsOf('replaced')(report)]);
  expect(hub.library.asset(hashOf(tinyPng('tree')))?.path).toBe(join(home.organized, 'best/tree.png'));
  expect(hub.library.asset(hashOf(tinyPng('boat')))?.missing).toBe('replaced');
  const after = await hub.doctor();
  expect(after.findings.map(({ kind, mends }) => [kind, ...mends]).sort()).toEqual([['foreign', 'adopt'], ['replaced']]);
});

it('[K21] leftovers go to the trash with the others, second copies only when they are named; nothing is ever unlinked', async () => {
  const home = await lived();
  const gate = organizedAt(home, tinyPng('gate'));
  copyFileSync(gate, join(dirname(gate), 'copy.png'));
  writeFileSync(join(dirname(gate), '.alice-018f.part'), 'half');
  const first = await mended(home);
  expect(kinds(first.after)).toEqual(['twin']);
  const second = await mended(home, idsOf('twin'));
  expect([second.outcome.failed, second.after.findings]).toEqual([[], []]);
  const trash = filesBelow(join(home.organized, '.alice-trash'));
  expect(trash.map((path) => path.split('/').at(-1)).sort()).toEqual(['.alice-018f.part', 'copy.png']);
  expect(readFileSync(gate).equals(tinyPng('gate'))).toBe(true);
});

it('[K21] a second copy whose original has gone in the meantime is no second copy any more', async () => {
  const home = await lived();
  const gate = organizedAt(home, tinyPng('gate'));
  copyFileSync(gate, join(dirname(gate), 'copy.png'));
  const hub = home.open(quick);
  const [id = ''] = idsOf('twin')(await hub.doctor());
  unlinkSync(gate);
  expect((await hub.mend([id])).failed).toEqual([{ id, message: 'It has changed since it was checked. Check again.' }]);
  expect(filesBelow(home.organized)).toContain(join(dirname(gate), 'copy.png').slice(home.organized.length + 1));
});

it('[K25] a deep check reads every byte and finds a file that rotted without a trace', async () => {
  const home = await lived();
  const path = organizedAt(home, tinyPng('boat'));
  await examined(home);
  const bytes = readFileSync(path);
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
  const { atime, mtime } = statSync(path);
  writeFileSync(path, bytes);
  utimesSync(path, atime, mtime);
  // As a disk does it: no time tells.
  const library = new Database(join(home.data, 'library.sqlite'));
  const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
  const [own] = [statSync(home.organized, { bigint: true }).dev === dev ? '' : String(dev)];
  library.prepare('UPDATE organized_identities SET identity = ? WHERE file_path = ?').run(`${own}:${ino}:${size}:${mtimeNs}:${ctimeNs}`, path);
  library.close();
  expect(kinds(await examined(home))).toEqual([]);
  expect(kinds(await examined(home, true))).toContain('replaced');
});

it('[K22] a damaged row of the log is found', async () => {
  const home = await lived();
  const hub = home.open(quick);
  const log = new Database(join(home.data, 'log.sqlite'));
  for (const name of log.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()) log.exec(`DROP TRIGGER "${name}"`);
  log.exec('UPDATE events SET time = time + 1 WHERE sequence = 2');
  log.close();
  const report = await hub.doctor();
  expect(report.findings.filter(({ kind }) => kind === 'damaged_event')).toMatchObject([{ path: 'event 2', mends: [] }]);
});

it('[K7] the doctor says that the organized folder is not there, instead of naming every file', async () => {
  const home = await lived();
  renameSync(home.organized, `${home.organized} unplugged`);
  expect((await examined(home)).findings.map(({ kind, path }) => [kind, path])).toEqual([['unreadable', home.organized]]);
  mkdirSync(home.organized);
  const { before, after, outcome } = await mended(home);
  expect([kinds(before), outcome.mended, kinds(after)]).toEqual([['unreadable'], [], ['unreadable']]);
  const { after: believed } = await mended(home, idsOf('unreadable'));
  expect(kinds(believed)).toEqual(['missing', 'missing', 'missing']);
});
