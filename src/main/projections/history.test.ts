import { assetOrganized } from '@shared/events/asset-events';
import { assetRefiled, assetUndoRefused, assetUndoRequested, assetUnfiled } from '@shared/events/care-events';
import type { RecordedEvent } from '@shared/events/catalog';
import type { EventDraft } from '@shared/events/define-event';
import { hubStarted, settingsChanged, undoRequested } from '@shared/events/system-events';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EventLog } from '../log/event-log';
import { eventFrom } from '../testing/sample-events';
import { tempFolder } from '../testing/temp-folder';
import { logIn } from '../testing/test-log';
import { hashOf } from '../testing/trees';
import { HistoryProjection } from './history-projection';
import { HistoryQueries } from './history-queries';

let log: EventLog;
let clock: number;

beforeEach(() => {
  ({ log } = logIn(tempFolder()));
  clock = Date.parse('2026-01-02T10:00:00.000Z');
});

async function say(draft: EventDraft, { after = 1, cause }: { after?: number; cause?: RecordedEvent } = {}): Promise<RecordedEvent> {
  clock += after * 1_000;
  const origin = cause === undefined ? {} : { causation_id: cause.event_id };
  const [event] = await log.append([{ ...eventFrom(draft, { correlation_id: 'story', ...origin }), timestamp: new Date(clock).toISOString() }]);
  return event!;
}

const where = { project_name: 'harbor', source_type: 'comfyui', date_folder: '2026-01-02' };
const filed = (name: string, project_name = 'harbor') =>
  assetOrganized({ ...where, project_name, content_hash: hashOf(name), source_path: `/inbox/${name}`, destination_path: `/organized/${name}` });
const refiled = (name: string) =>
  assetRefiled({ ...where, content_hash: hashOf(name), from_path: `/organized/${name}`, to_path: `/organized/new/${name}`, reason: 'metadata' });
const started = hubStarted({ inbox_path: '/inbox', organized_path: '/organized', operation: 'copy', hub_version: '1' });

/** Asks to undo an operation, as part of an undo. */
const ask = (undo_id: string, undone: RecordedEvent) =>
  say(assetUndoRequested({ undo_id, content_hash: undone.subject!, undone_event_id: undone.event_id, undone_sequence: undone.sequence }));

async function unfile(undo_id: string, undone: RecordedEvent): Promise<RecordedEvent> {
  const cause = await ask(undo_id, undone);
  const ids = { undo_id, undone_event_id: undone.event_id, content_hash: undone.subject! };
  return say(assetUnfiled({ ...ids, organized_path: '/organized/a', file_path: '/inbox/a', operation: 'copy' }), { cause });
}

async function history() {
  const database = new Database(':memory:');
  await new HistoryProjection(database, log.reader).follow();
  return new HistoryQueries(database);
}

const all = async () => (await history()).before(Number.MAX_SAFE_INTEGER, 100);
const inShort = async () => (await all()).map(({ scope, label, operations, undone }) => `${scope}: ${label} (${operations}, ${undone} undone)`);

describe('the history', () => {
  it('[U7] files without a longer pause are one import, with the projects they came from', async () => {
    for (const [name, after, project] of [['a', 1, 'harbor'], ['b', 60, 'tides'], ['c', 61, 'harbor'], ['d', 5, 'harbor']] as const) await say(filed(name, project), { after });
    expect(await inShort()).toEqual(['import: 2 files filed from harbor (2, 0 undone)', 'import: 2 files filed from harbor and tides (2, 0 undone)']);
  });

  it('[U7] a start of Alice ends an import; one file alone is called by its name', async () => {
    await say(filed('a'));
    await say(started);
    await say(filed('b'));
    expect(await inShort()).toEqual(['operation: b filed (1, 0 undone)', 'operation: a filed (1, 0 undone)']);
  });

  it('[U7] a round of refiling does not tear an import apart', async () => {
    await say(filed('a'));
    await say(refiled('a'));
    await say(filed('b'));
    await say(refiled('b'));
    expect(await inShort()).toEqual(['batch: 2 files refiled in harbor (2, 0 undone)', 'import: 2 files filed from harbor (2, 0 undone)']);
  });

  it('[U8] tells what is undone, refused and under way, also of an undo that was taken back', async () => {
    const [a, b, c] = [await say(filed('a')), await say(filed('b')), await say(filed('c'))];
    await say(undoRequested({ undo_id: 'u', scope: 'import', label: '3 files filed', sequences: [1, 2, 3] }));
    const unfiled = await unfile('u', c);
    const cause = await ask('u', b);
    await say(assetUndoRefused({ undo_id: 'u', content_hash: b.subject!, undone_event_id: b.event_id, reason: 'changed', message: 'Changed.' }), { cause });
    await ask('u', a);
    expect(await all()).toMatchObject([
      { scope: 'undo', label: 'Undone: 3 files filed', operations: 1, undone: 0, refused: 1, waiting: 1, undo_id: 'u', redo: false },
      { scope: 'import', operations: 3, undone: 1 },
    ]);
    await say(undoRequested({ undo_id: 'v', scope: 'undo', label: '3 files filed', undone_undo_id: 'u' }));
    const again = await say(filed('c'), { cause: await ask('v', unfiled) });
    expect(await all()).toMatchObject([
      { label: 'Done again: 3 files filed', operations: 1, redo: true },
      { scope: 'undo', operations: 1, undone: 1 },
      { scope: 'import', operations: 3, undone: 0 },
    ]);
    await say(undoRequested({ undo_id: 'w', scope: 'operation', label: 'c filed', sequences: [3] }));
    await unfile('w', again);
    expect((await all()).map(({ undone }) => undone)).toEqual([0, 1, 0, 1]);
  });

  it('[U8] names what would be undone next, and which undo would be taken back next', async () => {
    const queries = () => history();
    expect((await queries()).latest('undo')).toBeNull();
    const a = await say(filed('a'));
    await say(started);
    const b = await say(filed('b'));
    expect((await queries()).latest('undo')).toMatchObject({ label: 'b filed' });
    await say(undoRequested({ undo_id: 'u', scope: 'operation', label: 'b filed', sequences: [b.sequence] }));
    await unfile('u', b);
    expect((await queries()).latest('undo')).toMatchObject({ label: 'a filed', first_sequence: a.sequence });
    expect((await queries()).latest('redo')).toMatchObject({ id: 'undo-u' });
    const one = (await queries()).entry('undo-u');
    expect((await queries()).inEffect(one!)).toHaveLength(1);
  });

  it('[U8] is the same whether it was taken in at once or piece by piece, over restarts', async () => {
    const database = new Database(':memory:');
    for (const name of ['a', 'b', 'c', 'd']) {
      const event = await say(filed(name));
      await new HistoryProjection(database, log.reader).follow();
      await say(undoRequested({ undo_id: name, scope: 'operation', label: name, sequences: [event.sequence] }));
      await unfile(name, event);
      await new HistoryProjection(database, log.reader).follow();
    }
    expect(new HistoryQueries(database).before(Number.MAX_SAFE_INTEGER, 100)).toEqual(await all());
  });

  it('[U8] comes by page, newest first', async () => {
    for (const name of ['a', 'b', 'c']) await say(filed(name), { after: 100 });
    const queries = await history();
    const [first, second] = queries.before(Number.MAX_SAFE_INTEGER, 2);
    expect([first?.label, second?.label, queries.before(second!.last_sequence, 2).map(({ label }) => label)]).toEqual(['c filed', 'b filed', ['a filed']]);
  });
});

describe('what was done last', () => {
  const dark = settingsChanged({ setting: 'theme', value: 'dark', previous_value: 'system' });
  const byPerson = async (draft: EventDraft, actor = 'user') => {
    clock += 1_000;
    const event = { ...eventFrom(draft, { correlation_id: `own ${clock}` }), actor, timestamp: new Date(clock).toISOString() };
    const [recorded] = await log.append([event]);
    return recorded!;
  };

  it('[D212] in a window is what its person did there, before files that came in by themselves', async () => {
    const before = await say(filed('a'));
    const changed = await byPerson(dark);
    await say(filed('b'), { after: 100 });
    const queries = await history();
    expect(queries.latest('undo')?.label).toBe('b filed');
    expect(queries.latest('undo', { since: before.sequence })?.id).toBe(`setting-${changed.sequence}`);
    // Files that were added there count, and where nothing was done it is whatever came last.
    expect(queries.latest('undo', { since: before.sequence, added: changed.sequence })?.label).toBe('b filed');
    expect(queries.latest('undo', { since: changed.sequence + 10 })?.label).toBe('b filed');
    expect(queries.latest('undo', { changes: false, since: changed.sequence + 10 })?.label).toBe('b filed');
  });

  it('[D210] is no change that a program made, nor one of what cannot be changed back', async () => {
    await byPerson(dark, 'studio-bridge');
    await byPerson(settingsChanged({ setting: 'data_folder', value: '/b', previous_value: '/a' }));
    expect((await history()).latest('undo')).toBeNull();
    await byPerson(dark);
    expect((await history()).latest('undo')?.label).toBe('Theme: Dark');
  });
});
