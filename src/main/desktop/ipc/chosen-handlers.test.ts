import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { place } from '../../testing/test-hub';
import { a1111Png, drop } from '../../testing/tiny-pictures';

vi.mock('electron', () => ({ ipcMain: {}, app: {} }));
const { chosenHandlers } = await import('./chosen-handlers');

/** The calls of the window on a hub with four pictures, and their numbers. */
async function window() {
  const here = place();
  for (let i = 0; i < 4; i += 1) drop(join(here.inbox, i < 3 ? 'harbor' : 'garden', `${i}.png`), a1111Png(`a boat ${i}`, i));
  const hub = here.open();
  await hub.start({ watch: false });
  await hub.settled();
  const { ids } = await hub.pictures.find({}, { by: 'name', descending: false });
  return { here, hub, ids: [...ids], calls: chosenHandlers(() => hub) };
}

it('[L74] what many pictures have in common is told in one answer, without those that are filed no more', async () => {
  const { hub, ids, calls } = await window();
  const facts = await calls['chosen/facts']({ ids: [...ids, 900] });
  expect(facts).toMatchObject({ pictures: 4, videos: 0, own: 0, projects: [{ value: 'harbor', count: 3 }, { value: 'garden', count: 1 }] });
  expect(facts.ratings.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  const hashOf = (id: number) => hub.pictures.cards([id])[0]!.content_hash;
  expect(await hub.pictures.chosen.hashes([ids[2]!, 900, ids[0]!])).toEqual([hashOf(ids[2]!), hashOf(ids[0]!)]);
  const { text, pictures } = await calls['chosen/prompts']({ ids: ids.toReversed() });
  expect([pictures, text.split('\n\n').length]).toEqual([4, 4]);
});

it('[L75] all that are chosen are rated as one entry of the history, and it is undone as one', async () => {
  const { hub, ids, calls } = await window();
  const { changed, entry } = await calls['chosen/rate']({ ids, stars: 5 });
  expect([changed, (await calls['chosen/facts']({ ids })).own]).toEqual([4, 4]);
  expect(await hub.historyEntry(entry!)).toMatchObject({ label: '4 pictures rated five stars', operations: 4 });
  expect(await calls['chosen/rate']({ ids, stars: 5 })).toEqual({ changed: 0, entry: null });
  await hub.undo({ kind: 'entry', id: entry! });
  await hub.settled();
  expect((await calls['chosen/facts']({ ids })).own).toBe(0);
});

it('[L75] they are given to a project as guests in a column, or with their files', async () => {
  const { hub, ids, calls } = await window();
  const nothing = { description: null, project_type: null, initial_context: {}, style_preferences: {}, parent_project_id: null };
  await hub.boards.createProject({ project_id: 'p', project_name: 'Tides', ...nothing });
  const wish = { ids: ids.slice(0, 3), project_id: 'p', column_id: 'review', move_files: false };
  expect(await calls['chosen/assign'](wish)).toEqual({ said: 3, left_out: [], left_out_count: 0 });
  const inReview = async () => (await hub.boards.open({ project_id: 'p', at: null }, 10)).columns.find(({ id }) => id === 'review')!.count;
  expect(await inReview()).toBe(3);
  expect((await hub.latestUndoable('undo'))?.label).toBe('3 cards placed in Review');
  expect(await calls['chosen/assign']({ ...wish, ids: [ids[3]!], move_files: true })).toMatchObject({ said: 1 });
  await hub.settled();
  expect(hub.pictures.cards([ids[3]!])[0]?.project).toBe('Tides');
  expect(await inReview()).toBe(4);
  await expect(calls['chosen/assign']({ ...wish, column_id: 'nowhere' })).rejects.toThrow('There is no such column on the board of Tides any more.');
  await expect(calls['chosen/rate']({ ids: [900], stars: 1 })).rejects.toThrow('None of the chosen pictures is filed any more.');
  expect((await calls['chosen/filings']({ ids })).length).toBeGreaterThanOrEqual(4);
});
