import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from '@shared/library/board';
import { expect, it, vi } from 'vitest';
import type { Hub } from '../../hub';
import { tempFolder } from '../../testing/temp-folder';
import { tinyPng } from '../../testing/tiny-pictures';
import { filesBelow } from '../../testing/trees';
import type { Workspace } from '../workspace';

vi.mock('electron', () => ({ ipcMain: {}, app: {} }));
const { dropHandlers } = await import('./drop-handlers');

const [first, second] = ['6f9619ff-8b86-4011-b42d-00c04fc964ff', '6f9619ff-8b86-4011-b42d-00c04fc964fe'] as const;
const link = `data:image/png;base64,${Buffer.from(tinyPng('pasted')).toString('base64')}`;

/** The calls of the window on a library that is slow to say which projects there are. */
function window() {
  const inbox = tempFolder();
  let found = (): void => undefined;
  const projects = new Promise<readonly Pick<Project, 'id' | 'name'>[]>((resolve) => {
    found = () => { resolve([{ id: 'p', name: 'harbor' }]); };
  });
  const hub = { pausedFor: () => null, boards: { projects: () => projects } };
  const workspace = { status: { inbox_path: inbox }, fetched: { remember: vi.fn() } };
  const calls = dropHandlers(() => hub as unknown as Hub, workspace as unknown as Workspace);
  const add = (id: string, project_id: string | null) => calls['inbox/add-link']({ id, link, how: 'pasted', project_id });
  return { inbox, calls, add, found, remember: workspace.fetched.remember };
}

it('[D257] a link whose fetching is stopped while its project is looked up is not fetched; others are', async () => {
  const { inbox, calls, add, found, remember } = window();
  const stopped = add(first, 'p');
  const other = add(second, 'p');
  await calls['inbox/stop-link']({ id: first });
  found();
  await expect(stopped).rejects.toThrow('The picture was not added: it was stopped. Nothing of it is left in the inbox.');
  const { name } = await other;
  expect(filesBelow(inbox)).toEqual([join('harbor', name)]);
  expect(remember).toHaveBeenCalledTimes(1);
});

it('[D257] one that is stopped before anything was found leaves the inbox as it was', async () => {
  const { inbox, calls, add, found } = window();
  const stopped = add(first, 'p');
  await calls['inbox/stop-link']({ id: first });
  found();
  await expect(stopped).rejects.toThrow('it was stopped');
  expect(readdirSync(inbox)).toEqual([]);
});
