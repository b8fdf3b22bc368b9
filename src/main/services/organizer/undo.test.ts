import { assetRefiled } from '@shared/events/care-events';
import type { RecordedEvent } from '@shared/events/catalog';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { filingTools } from '../../adapters/files/filing-tools';
import { OrganizerWorld } from '../../testing/organizer-world';
import { inFolder } from '../../testing/temp-folder';
import { drop, tinyPng } from '../../testing/tiny-pictures';
import { contentsOf, filesBelow, hashOf, missingFrom, snapshotOf } from '../../testing/trees';

let world: OrganizerWorld;
const filedName = 'organized/2026-03-04/harbor/comfyui/4-star/harbor-001.png';
const hash = hashOf(tinyPng('a.png'));
const placeOf = (event: RecordedEvent) => String((event.data as Record<string, unknown>)['destination_path']);
/** Files below the home, with the folder in the trash that an operation made left out. */
const tree = () => filesBelow(world.home).map((path) => path.replace(/\.alice-trash\/[0-9a-f-]{36}\//, '.alice-trash/'));

beforeEach(() => { world = new OrganizerWorld(); });

/** Puts an organized file where another rating would have it, as a refiling does. */
async function refile(filed: RecordedEvent, reason: 'metadata' | 'rating' = 'metadata'): Promise<RecordedEvent> {
  const from_path = placeOf(filed);
  const to_path = from_path.replace('4-star', '5-star');
  renameSync(from_path, inFolder(to_path));
  return world.record(assetRefiled({
    content_hash: hash, from_path, to_path, project_name: 'harbor', source_type: 'comfyui', date_folder: '2026-03-04', quality_folder: '5-star', reason,
  }));
}

describe('[O30] undoing a filing', () => {
  it('[O30] by copy: the organized copy goes to the trash, the original stays', async () => {
    const filed = await world.file('a.png');
    const undone = await world.undo(filed);
    expect(undone).toMatchObject({
      event_type: 'asset.unfiled',
      data: { organized_path: placeOf(filed), file_path: join(world.inbox, 'harbor/a.png'), operation: 'copy', undone_event_id: filed.event_id },
    });
    expect(tree()).toEqual(['inbox/harbor/a.png', 'organized/.alice-trash/harbor-001.png']);
    expect(contentsOf(world.home)).toEqual([hash, hash]);
  });

  it('[O30] by copy, when the original has gone since: the organized file goes back where it came from', async () => {
    const filed = await world.file('a.png');
    rmSync(join(world.inbox, 'harbor'), { recursive: true });
    expect(await world.undo(filed)).toMatchObject({ event_type: 'asset.unfiled', data: { operation: 'move', trash_path: null } });
    expect(tree()).toEqual(['inbox/harbor/a.png']);
  });

  it('[O30] by move: the file goes back, into its folder, which is made again', async () => {
    world.operation = 'move';
    const filed = await world.file('a.png');
    rmSync(join(world.inbox, 'harbor'), { recursive: true });
    expect(await world.undo(filed)).toMatchObject({ event_type: 'asset.unfiled', data: { operation: 'move' } });
    expect(tree()).toEqual(['inbox/harbor/a.png']);
    expect(world.asset(hash)).toMatchObject({ path: null, filed_sequence: null });
  });

  it('[O30] takes sidecars along: home, or into the trash where their originals lie', async () => {
    world.operation = 'move';
    const filed = await world.file('a.png');
    const notes = world.sidecar(filed, 'a.txt', 'harbor-001.txt');
    const settings = world.sidecar(filed, 'a.png.json', 'harbor-001.png.json');
    drop(settings.from, 'about a.png.json');
    const undone = await world.undo(filed);
    expect(tree()).toEqual(['inbox/harbor/a.png', 'inbox/harbor/a.png.json', 'inbox/harbor/a.txt', 'organized/.alice-trash/harbor-001.png.json']);
    expect(undone.data).toMatchObject({ sidecars: [{ from_path: notes.to, to_path: notes.from }, { from_path: settings.to }] });
  });

  it('[O30] a sidecar that was edited since goes home with its new content', async () => {
    world.operation = 'move';
    const filed = await world.file('a.png');
    const notes = world.sidecar(filed, 'a.txt', 'harbor-001.txt');
    writeFileSync(notes.to, 'better notes');
    await world.undo(filed);
    expect(readFileSync(notes.from, 'utf8')).toBe('better notes');
  });

  it('[O29] tried again afterwards, the file is filed anew under the next number that is free', async () => {
    const filed = await world.file('a.png');
    await world.undo(filed);
    expect(await world.file('a.png')).toMatchObject({ event_type: 'asset.organized' });
    expect(existsSync(placeOf(filed))).toBe(true);
  });
});

describe('[O31] undoing a refiling and an undo', () => {
  it('[O31] a refiled file goes back to the folder where it was, with its sidecars and what its folders stand for', async () => {
    const filed = await world.file('a.png');
    const refiled = await refile(filed);
    drop(placeOf(filed).replace('4-star/harbor-001.png', '5-star/harbor-001.txt'), 'notes');
    const undone = await world.undo(refiled);
    expect(undone).toMatchObject({ event_type: 'asset.refiled', data: { reason: 'undo', to_path: placeOf(filed), quality_folder: '4-star' } });
    expect(existsSync(placeOf(filed))).toBe(true);
    expect(world.asset(hash)?.path).toBe(placeOf(filed));
  });

  it('[O31] an undo that is undone files the file again, from the trash', async () => {
    const filed = await world.file('a.png');
    const notes = world.sidecar(filed, 'a.txt', 'harbor-001.txt');
    const before = filesBelow(world.home);
    const undone = await world.undo(filed);
    expect(await world.undo(undone)).toMatchObject({
      event_type: 'asset.organized', data: { destination_path: placeOf(filed), operation: 'copy', quality_folder: '4-star', sequence_number: 1 },
    });
    expect(world.log.at(-1)).toMatchObject({ event_type: 'asset.sidecar_filed', data: { destination_path: notes.to, source_path: notes.from } });
    expect(filesBelow(world.home)).toEqual(before);
    expect(world.asset(hash)?.sidecars).toEqual([notes.to]);
  });

  it('[O31] or from the inbox after a move, and from the original when the trash was emptied', async () => {
    const copied = await world.file('a.png');
    const emptied = await world.undo(copied);
    rmSync(join(world.organized, '.alice-trash'), { recursive: true });
    expect(await world.undo(emptied)).toMatchObject({ event_type: 'asset.organized', data: { operation: 'copy' } });
    expect(tree()).toEqual(['inbox/harbor/a.png', filedName]);
    world.operation = 'move';
    const moved = await world.file('b.png');
    const back = await world.undo(moved);
    expect(await world.undo(back)).toMatchObject({ event_type: 'asset.organized', data: { operation: 'move' } });
    expect(existsSync(join(world.inbox, 'harbor/b.png'))).toBe(false);
  });

  it('[O31] again and again, and the tree is one of two', async () => {
    let last = await world.file('a.png');
    const [filed, unfiled] = [tree(), ['inbox/harbor/a.png', 'organized/.alice-trash/harbor-001.png']];
    for (let i = 0; i < 6; i += 1) {
      last = await world.undo(last);
      expect(tree()).toEqual(i % 2 === 0 ? unfiled : filed);
    }
  });

  it('[O31] a filing can be undone once what came later was undone', async () => {
    const filed = await world.file('a.png');
    const refiled = await refile(filed);
    expect(await world.undo(filed)).toMatchObject({ event_type: 'asset.undo_refused', data: { reason: 'superseded' } });
    await world.undo(refiled);
    expect(await world.undo(filed)).toMatchObject({ event_type: 'asset.unfiled' });
  });
});

describe('[R13] undoing what lies under a rating that the file followed', () => {
  it('[R13] a filing is taken back from the folder of the rating, and filed there again', async () => {
    const filed = await world.file('a.png');
    const refiled = await refile(filed, 'rating');
    const undone = await world.undo(filed);
    expect(undone).toMatchObject({ event_type: 'asset.unfiled', data: { organized_path: (refiled.data as { to_path: string }).to_path } });
    expect(await world.undo(undone)).toMatchObject({ event_type: 'asset.organized', data: { quality_folder: '5-star' } });
    expect(tree()).toEqual(['inbox/harbor/a.png', filedName.replace('4-star', '5-star')]);
  });

  it('[R13] the following can be taken back alone, too, and then once', async () => {
    const filed = await world.file('a.png');
    const refiled = await refile(filed, 'rating');
    expect(await world.undo(refiled)).toMatchObject({ event_type: 'asset.refiled', data: { to_path: placeOf(filed) } });
    expect(await world.undo(refiled)).toMatchObject({ event_type: 'asset.undo_refused', data: { reason: 'already_undone' } });
    expect(await world.undo(filed)).toMatchObject({ event_type: 'asset.unfiled' });
  });
});

describe('[O32] an undo that is refused touches nothing and says why', () => {
  const cases: [string, string, (filed: RecordedEvent) => unknown][] = [
    ['the organized file was changed', 'changed', (filed) => { writeFileSync(placeOf(filed), 'edited'); }],
    ['the organized file has gone', 'missing', (filed) => { rmSync(placeOf(filed)); }],
    ['another file lies where it came from', 'in_the_way', () => { drop(join(world.inbox, 'harbor/a.png'), 'new'); }],
    ['a folder lies where it came from', 'in_the_way', () => { mkdirSync(join(world.inbox, 'harbor/a.png')); }],
    ['the inbox has gone', 'file_operation_failed', () => { rmSync(world.inbox, { recursive: true }); }],
    ['the organized folder has gone', 'file_operation_failed', () => { renameSync(world.organized, `${world.organized}-away`); }],
    ['it was undone before', 'already_undone', (filed) => world.undo(filed)],
  ];
  it.each(cases)('[O32] %s: %s', async (_, reason, change) => {
    world.operation = 'move';
    const filed = await world.file('a.png');
    await change(filed);
    const before = snapshotOf(world.home);
    const refused = await world.undo(filed);
    expect(refused).toMatchObject({ event_type: 'asset.undo_refused', data: { reason, message: expect.stringMatching(/^[A-Z].*\.$/), undone_event_id: filed.event_id } });
    expect(snapshotOf(world.home)).toEqual(before);
    expect(world.rows.size).toBe(0);
  });

  it('[O32] an event that is no file operation, or of other content, cannot be undone', async () => {
    const filed = await world.file('a.png');
    expect(await world.undo(world.log[0]!)).toMatchObject({ data: { reason: 'missing' } });
    expect(await world.undo({ ...filed, event_id: world.log[0]!.event_id })).toMatchObject({ data: { reason: 'missing' } });
  });

  it('[O32] a file that cannot leave its place is not left in two: what was published of it goes again', async () => {
    world.operation = 'move';
    const filed = await world.file('a.png');
    const before = filesBelow(world.home);
    world.files = { ...filingTools, removeOriginal: async (intent) =>
      (intent.source_path === placeOf(filed) ? { kind: 'kept', why: 'The disk is read-only.' } : filingTools.removeOriginal(intent)) };
    expect(await world.undo(filed)).toMatchObject({ event_type: 'asset.undo_refused', data: { reason: 'file_operation_failed', message: expect.stringMatching(/read-only/) } });
    expect(filesBelow(world.home)).toEqual(before);
  });

  it.each([['changed', 'edited'], ['missing', null]])('[O32] what was to be filed again and is %s now stays as it is', async (reason, content) => {
    world.operation = 'move';
    const back = await world.undo(await world.file('a.png'));
    const lies = join(world.inbox, 'harbor/a.png');
    if (content === null) rmSync(lies);
    else writeFileSync(lies, content);
    expect(await world.undo(back)).toMatchObject({ event_type: 'asset.undo_refused', data: { reason } });
  });

  it('[O32] a file that has its place in the organized folder meanwhile stays', async () => {
    const filed = await world.file('a.png');
    const back = await world.undo(filed);
    drop(placeOf(filed), 'theirs');
    expect(await world.undo(back)).toMatchObject({ event_type: 'asset.undo_refused', data: { reason: 'in_the_way' } });
    expect(readFileSync(placeOf(filed), 'utf8')).toBe('theirs');
  });
});

describe('[O33] an undo that a crash interrupts goes on as it was planned', () => {
  const crash = new Error('crash');
  /** Dies at the n-th call of a tool that does something, before or after it. */
  const dyingAt = (n: number, after: boolean): typeof filingTools => {
    let calls = 0;
    const dying = <Args extends unknown[], R>(tool: (...args: Args) => Promise<R>) => async (...args: Args): Promise<R> => {
      calls += 1;
      if (calls < n) return tool(...args);
      if (calls === n && after) await tool(...args);
      throw crash;
    };
    const { relocate, copyVerified, removeOriginal } = filingTools;
    return { ...filingTools, relocate: dying(relocate), copyVerified: dying(copyVerified), removeOriginal: dying(removeOriginal) };
  };

  const cells = ['copy', 'move'].flatMap((mode) => [1, 2, 3, 4, 5, 6].flatMap((n) => [false, true].map((after) => [mode, n, after] as const)));
  it.each(cells)('[O33] %s, at step %d (done: %s)', async (mode, n, after) => {
    world.operation = mode as 'copy' | 'move';
    const filed = await world.file('a.png');
    const sidecars = [world.sidecar(filed, 'a.txt', 'harbor-001.txt'), world.sidecar(filed, 'a.json', 'harbor-001.json')];
    const before = contentsOf(world.home);
    for (let last = filed, round = 0; round < 2; round += 1) {
      const request = world.ask(last);
      world.files = dyingAt(n, after);
      await expect(world.tell(request)).rejects.toBe(crash);
      expect(missingFrom(before, contentsOf(world.home))).toEqual([]);
      world.files = filingTools;
      [last] = (await world.tell(request)) as [RecordedEvent];
      expect(last.event_type).toBe(round === 0 ? 'asset.unfiled' : 'asset.organized');
      expect(contentsOf(world.home)).toEqual(before);
      expect(filesBelow(world.home).filter((path) => /\.(part|original)$/.test(path))).toEqual([]);
    }
    expect(world.asset(hash)?.sidecars).toEqual(sidecars.map(({ to }) => to));
    expect(existsSync(join(dirname(placeOf(filed)), 'harbor-001.json'))).toBe(true);
  });
});
