import { join } from 'node:path';
import { sourceAdded } from '@shared/events/source-events';
import { usualChoice } from '@shared/library/source';
import { expect, it, vi } from 'vitest';
import { begunWorkspace } from '../testing/begun-workspace';
import { drop, ratedPng } from '../testing/tiny-pictures';
import { filesBelow } from '../testing/trees';
import { keyHandlers } from './ipc/key-handlers';
import { safeMode } from './safe-mode';

vi.mock('electron', () => ({ ipcMain: {} }));

it('[D190] in safe mode nothing is taken in until a person resumes, and sources are kept as they were but not looked at', async () => {
  const { workspace, folder, inbox, organized } = await begunWorkspace({ safeMode: true });
  drop(join(inbox, 'a.png'), ratedPng(1, 64));
  const source = { ...usualChoice, id: crypto.randomUUID(), name: 'downloads', path: folder('downloads') };
  drop(join(source.path, 'b.png'), ratedPng(2, 64));
  const { id: source_id, ...told } = source;
  await workspace.keepSources([source], sourceAdded({ source_id, ...told }));
  expect(workspace.status).toMatchObject({ safe_mode: true, watching: 'paused' });
  await new Promise((resolve) => { setTimeout(resolve, 700); });
  expect(filesBelow(organized)).toEqual([]);
  expect(workspace.hub?.library.inboxCounts()).toMatchObject({ waiting: 0, working: 0, filed: 0 });
  await workspace.setWatching('on');
  await vi.waitFor(() => { expect(filesBelow(organized)).toHaveLength(1); }, 15_000);
  expect(filesBelow(source.path)).toEqual(['b.png']);
  expect(workspace.hub?.sources.list().map(({ name, enabled }) => [name, enabled])).toEqual([['downloads', false]]);
  expect(workspace.settings.sources).toEqual([source]);
}, 40_000);

it('[D190] in safe mode stages and own keys are left out, and own keys cannot be overwritten by what is left', async () => {
  const setup = { name: 'taste' } as never;
  const source = { setups: () => [setup], key: async () => ({ kind: 'none' as const }), hasKey: () => true };
  expect(safeMode.stages(source).setups()).toEqual([]);
  expect(source.setups()).toEqual([setup]);
  const { workspace } = await begunWorkspace({ safeMode: true });
  const change = vi.fn();
  const handlers = keyHandlers(workspace, { change } as never);
  expect(await handlers['settings/keys']({})).toEqual({});
  await expect(handlers['settings/keep-keys']({ keys: { 'go.inbox': ['x'] } })).rejects.toThrow('In safe mode your own keys are left out');
  expect(change).not.toHaveBeenCalled();
});
