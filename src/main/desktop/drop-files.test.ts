import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { RecordedEvent } from '@shared/events/catalog';
import { describe, expect, it, vi } from 'vitest';
import { addToInbox } from '../adapters/files/add-to-inbox';
import { type DryRun, movesPreviewed, rehearse, type RehearsalOptions } from '../hub/dry-run';
import { planMoves } from '../hub/dry-run-moves';
import { DryRuns } from '../hub/dry-runs';
import { mediaInThisProcess } from '../testing/media-double';
import { type Place, place } from '../testing/test-hub';
import { a1111Png, drop, tinyPng } from '../testing/tiny-pictures';
import { filesBelow, snapshotOf } from '../testing/trees';
import { OwnDrops } from './drag-out-own-drops';
import { droppedFiles, givePictures, nothingAdded } from './drop-files';

// The registry is loaded for its error alone.
vi.mock('electron', () => ({ ipcMain: {} }));

const project = { project_id: 'p', project_name: 'harbor', description: null, project_type: null, initial_context: {}, style_preferences: {}, parent_project_id: null };
const onProject = { project_id: 'p', column_id: null, preview: false };

/** What a rehearsal is opened with. */
function rehearsal(here: Place): RehearsalOptions {
  const { inbox, organized, data: dataFolder, bugs } = here;
  return {
    inbox, organized, dataFolder, operation: () => 'copy', startMedia: mediaInThisProcess, version: '0.0.0',
    reportBug: (bug) => bugs.push(bug), settleTimes: { completeMs: 0, incompleteMs: 20 },
  };
}

const folderOf = ({ tree }: DryRun, id: number) => tree.outline.folders.findLast(({ first, end }) => first <= id && id < end)?.path ?? [];

async function filed(beside: readonly string[] = []) {
  const here = place();
  for (const name of beside) drop(join(here.inbox, 'canal', name), 'sodium light');
  drop(join(here.inbox, 'canal', 'a.png'), a1111Png('a boat', 1));
  drop(join(here.inbox, 'canal', 'b.png'), a1111Png('a moth', 2));
  const hub = here.open();
  await hub.start({ watch: false });
  await hub.settled();
  await hub.boards.createProject(project);
  const pictures = hub.library.assetsBefore(1e9, 10).map(({ content_hash, path }) => ({ content_hash, path: path ?? '' }));
  const ownDrops = new OwnDrops();
  const dryRuns = new DryRuns();
  const workspace = {
    hub, dryRuns,
    add: (paths: readonly string[], name: string | null = null) => addToInbox(here.inbox, paths, name),
    dropFolder: async () => ({ added: 0, problems: [] }),
  };
  const after = hub.log.lastSequence;
  const said = (): RecordedEvent[] => hub.log.find({ limit: 100, after, types: ['asset.refile_requested', 'asset.refiled', 'board.card_placed'] });
  return { here, hub, pictures, ownDrops, dryRuns, said, take: droppedFiles({ workspace, ownDrops }) };
}

describe('[D160] files that are dropped on a project', () => {
  it('[D160] are given to it when they are pictures of the library that were dragged out of it: their files move, and nothing is added', async () => {
    const { here, hub, pictures, ownDrops, said, take } = await filed();
    ownDrops.handedOut(pictures);
    expect(await take(pictures.map(({ path }) => path), onProject)).toEqual({ added: 0, assigned: 2, problems: [] });
    await hub.settled();
    expect(said().map(({ event_type }) => event_type).sort()).toEqual([
      'asset.refile_requested', 'asset.refile_requested', 'asset.refiled', 'asset.refiled',
    ]);
    expect(hub.library.assetsBefore(1e9, 10).map((asset) => asset.project)).toEqual(['harbor', 'harbor']);
    expect(filesBelow(here.inbox)).toEqual(['canal/a.png', 'canal/b.png']);
    const again = hub.library.assetsBefore(1e9, 1).map(({ content_hash, path }) => ({ content_hash, path: path ?? '' }));
    ownDrops.handedOut(again);
    expect(await take(again.map(({ path }) => path), onProject)).toEqual({
      added: 0, assigned: 0, problems: ['1 picture is left as it is: It belongs to harbor already.'],
    });
  });

  it('[D160] stand in the column of its board on which they were let go, as guests whose files stay', async () => {
    const { hub, pictures, ownDrops, said, take } = await filed();
    ownDrops.handedOut(pictures);
    const [first] = pictures;
    expect(await take([first?.path ?? ''], { ...onProject, column_id: 'review' })).toEqual({ added: 0, assigned: 1, problems: [] });
    expect(said()).toMatchObject([{ event_type: 'board.card_placed', data: { card_id: first?.content_hash, column_id: 'review', guest: true } }]);
    expect(hub.library.asset(first?.content_hash ?? '')?.path).toBe(first?.path);
    await expect(take([first?.path ?? ''], { ...onProject, column_id: 'gone' })).rejects.toThrow('There is no such column on the board of harbor any more.');
  });

  it('[D160] are added to the inbox in its folder when they come from elsewhere, and so get it as their project; both kinds may come together', async () => {
    const { here, hub, pictures, ownDrops, take } = await filed();
    const outside = join(here.home, 'outside');
    drop(join(outside, 'new.png'), tinyPng('new'));
    drop(join(outside, 'trip', 'sea.png'), tinyPng('sea'));
    ownDrops.handedOut(pictures);
    expect(await take([join(outside, 'new.png'), pictures[0]?.path ?? '', join(outside, 'trip')], onProject)).toEqual({ added: 2, assigned: 1, problems: [] });
    expect(filesBelow(here.inbox)).toEqual(['canal/a.png', 'canal/b.png', 'harbor/new.png', 'harbor/trip/sea.png']);
    await expect(take(['/x'], { ...onProject, project_id: 'nobody' })).rejects.toThrow('This project is not there any more. Nothing was added.');
    await hub.close('closed');
    expect((await here.run()).flatMap((event) => (event.event_type === 'asset.discovered' ? [event.data.project_name] : []))).toEqual(['harbor', 'harbor']);
  });

  it('[V153] are told of as added also when pictures of the library that came with them cannot be put where they were let go', async () => {
    const { here, pictures, ownDrops, take } = await filed();
    const path = drop(join(here.home, 'outside', 'new.png'), tinyPng('new'));
    ownDrops.handedOut(pictures);
    expect(await take([path, pictures[0]?.path ?? ''], { ...onProject, column_id: 'gone' })).toEqual({
      added: 1, problems: ['There is no such column on the board of harbor any more.'],
    });
  });

  it('[D160] are kept for a preview where one is wanted', async () => {
    const { here, dryRuns, take } = await filed();
    const path = drop(join(here.home, 'outside', 'new.png'), tinyPng('new'));
    await take([path], { ...onProject, preview: true });
    expect(dryRuns.takeDropped()).toEqual({ paths: [path], project: 'harbor', own: null });
    expect(filesBelow(here.inbox)).toHaveLength(2);
  });

  it('[D259] are shown first where that is wanted, pictures of the library too: none moves before, and what is accepted is what then happens', async () => {
    const { here, hub, pictures, ownDrops, dryRuns, said, take } = await filed(['a.txt']);
    const path = drop(join(here.home, 'outside', 'new.png'), tinyPng('new'));
    const [moth, boat] = pictures;
    ownDrops.handedOut(pictures);
    expect(await take([path, moth!.path, boat!.path], { ...onProject, preview: true })).toEqual({ added: 0, problems: [] });
    const given = dryRuns.takeDropped();
    expect(given).toEqual({ paths: [path], project: 'harbor', own: { project_id: 'p', content_hashes: [moth!.content_hash, boat!.content_hash] } });

    const moves = await planMoves(hub, given.own!);
    const files = () => [snapshotOf(here.inbox), snapshotOf(here.organized)];
    const before = files();
    const run = await rehearse(rehearsal(here), { ...given, moves, signal: new AbortController().signal, onProgress: () => undefined });
    expect(files()).toEqual(before);
    expect(said()).toEqual([]);
    const { paths } = run.tree;
    expect(run.tree.outline.counts).toMatchObject({ moved: 2, stays: 0, not_added: 0 });
    const shown = run.tree.files.filter(({ outcome }) => outcome === 'moved');
    expect(shown.map(({ sentence }) => sentence).sort()).toEqual([
      expect.stringMatching(/^From \d{4}-\d\d-\d\d\/canal\/\S+$/), expect.stringMatching(/^From \S+, with 1 file that lies beside it$/),
    ]);

    const left = new Set(shown.filter(({ id }) => paths[id] === boat!.path).map(({ id }) => id));
    expect(left.size).toBe(1);
    expect(movesPreviewed(run, left)).toEqual({ project_id: 'p', content_hashes: [moth!.content_hash] });
    const to = new Map(shown.map(({ id, new_name }) => [paths[id], join(here.organized, ...folderOf(run, id), new_name!)]));
    await givePictures(hub.boards, { ...movesPreviewed(run, new Set())!, column_id: null, move_files: true }, nothingAdded);
    await hub.settled();
    expect(pictures.map(({ content_hash }) => hub.library.asset(content_hash)?.path)).toEqual(pictures.map((each) => to.get(each.path)));
  });

  it('[D259] are shown as what stays where they belong to the project already or cannot be moved, each with the reason', async () => {
    const { here, hub, pictures, take, ownDrops, dryRuns } = await filed();
    const [moth, boat] = pictures;
    await givePictures(hub.boards, { content_hashes: [moth!.content_hash], project_id: 'p', column_id: null, move_files: true }, nothingAdded);
    await hub.settled();
    writeFileSync(boat!.path, 'edited');
    const now = pictures.map(({ content_hash }) => ({ content_hash, path: hub.library.asset(content_hash)!.path! }));
    ownDrops.handedOut(now);
    await take(now.map((each) => each.path), { ...onProject, preview: true });
    const given = dryRuns.takeDropped();
    const moves = await planMoves(hub, given.own!);
    const run = await rehearse(rehearsal(here), { ...given, moves, signal: new AbortController().signal, onProgress: () => undefined });
    expect(run.tree.outline.counts).toMatchObject({ moved: 0, stays: 2 });
    expect(run.tree.files.map(({ sentence }) => sentence).sort()).toEqual(['It belongs to harbor already.', expect.stringMatching(/changed after it was filed/)]);
    expect([run.tree.paths, movesPreviewed(run, new Set())?.content_hashes]).toEqual([[null, null], []]);
  });

  it('[D259] go back under the name that they had, and the preview says so', async () => {
    const { here, hub, pictures } = await filed();
    const [moth] = pictures;
    const canal = { ...project, project_id: 'c', project_name: 'canal' };
    await hub.boards.createProject(canal);
    const give = (project_id: string) =>
      givePictures(hub.boards, { content_hashes: [moth!.content_hash], project_id, column_id: null, move_files: true }, nothingAdded);
    await give('p');
    await hub.settled();
    const moves = await planMoves(hub, { project_id: 'c', content_hashes: [moth!.content_hash] });
    const run = await rehearse(rehearsal(here), { paths: [], project: 'canal', moves, signal: new AbortController().signal, onProgress: () => undefined });
    expect(run.tree.files.map(({ new_name }) => new_name)).toEqual([basename(moth!.path)]);
    await give('c');
    await hub.settled();
    expect(hub.library.asset(moth!.content_hash)?.path).toBe(moth!.path);
  });
});

describe('[D161] the folder of a project in the inbox', () => {
  it.each(['a/b', 'a\\b', '..', '.hidden', 'end.', 'end ', ' start', 'what?', 'CON', 'nul.txt', 'x.download', 'line\nend', 'x'.repeat(201)])(
    '[D161] is none for a name that is no folder everywhere: %j adds nothing and says so', async (name) => {
      const { inbox, home } = place();
      const path = drop(join(home, 'outside', 'new.png'), tinyPng('new'));
      expect(await addToInbox(inbox, [path], name)).toEqual({ added: 0, problems: [expect.stringContaining('cannot be a folder of the inbox')] });
      expect(filesBelow(home)).toEqual(['outside/new.png']);
    },
  );

  it('[D161] is never a link, nor a file that has its name; what lies in the inbox already is not added a second time', async () => {
    const { inbox, home } = place();
    const path = drop(join(home, 'outside', 'new.png'), tinyPng('new'));
    mkdirSync(join(home, 'elsewhere'));
    symlinkSync(join(home, 'elsewhere'), join(inbox, 'linked'));
    writeFileSync(join(inbox, 'file'), 'x');
    for (const name of ['linked', 'file']) expect((await addToInbox(inbox, [path], name)).problems).toHaveLength(1);
    expect(filesBelow(join(home, 'elsewhere'))).toEqual([]);
    const inside = drop(join(inbox, 'canal', 'a.png'), tinyPng('a'));
    expect(await addToInbox(inbox, [inside], 'harbor')).toEqual({ added: 0, problems: ['a.png lies in the inbox already.'] });
    expect(existsSync(join(inbox, 'harbor', 'a.png'))).toBe(false);
  });
});
