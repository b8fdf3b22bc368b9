import { join } from 'node:path';
import { expect, it } from 'vitest';
import { place } from '../testing/test-hub';
import { a1111Png, drop } from '../testing/tiny-pictures';

const project = (project_id: string, project_name: string) => ({
  project_id, project_name, description: null, project_type: null, initial_context: {}, style_preferences: {}, parent_project_id: null,
});

it('[D162] a picture tells on which boards it stands and in which column: its own project’s first, then those where it is a guest', async () => {
  const here = place();
  drop(join(here.inbox, 'harbor', 'a.png'), a1111Png('a boat', 1));
  const hub = here.open();
  await hub.start({ watch: false });
  await hub.settled();
  const { boards } = hub;
  const id = hub.library.assetsBefore(1e9, 1)[0]?.content_hash ?? '';
  const cards = [{ kind: 'asset' as const, id }];
  expect(await boards.whereabouts(id)).toEqual([]);

  await boards.createProject(project('h', 'harbor'));
  await boards.createProject(project('c', 'canal'));
  const own = { project_id: 'h', project_name: 'harbor', column_id: 'in_progress', column_name: 'In progress', guest: false };
  expect(await boards.whereabouts(id)).toEqual([own]);

  await boards.placeCards({ project_id: 'c', cards, column_id: 'review', after: null });
  await boards.placeCards({ project_id: 'h', cards, column_id: 'approved', after: null });
  const guest = { project_id: 'c', project_name: 'canal', column_id: 'review', column_name: 'Review', guest: true };
  expect(await boards.whereabouts(id)).toEqual([{ ...own, column_id: 'approved', column_name: 'Approved' }, guest]);

  // A column that is removed leads on to another; what is taken off a board stands there no more.
  await boards.removeColumn({ project_id: 'c', column_id: 'review', cards_to: 'idea' });
  await boards.removeCards({ project_id: 'h', cards });
  expect(await boards.whereabouts(id)).toEqual([{ ...guest, column_id: 'idea', column_name: 'Idea' }]);
  expect(await boards.whereabouts('0'.repeat(64))).toEqual([]);
});
