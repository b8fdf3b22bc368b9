import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { begunWorkspace } from '../testing/begun-workspace';
import { tempFolder } from '../testing/temp-folder';
import { drop, ratedPng } from '../testing/tiny-pictures';
import { filesBelow } from '../testing/trees';
import { settingsChanges } from './settings-of-workspace';
import { takingBack } from './take-back';

async function begun(named: { readonly inbox?: string } = {}) {
  const world = await begunWorkspace(named);
  return { ...world, changes: settingsChanges(world.workspace) };
}

it('[D93] another inbox is taken while Alice is open: files come from there, what was filed stays, and it is taken back', async () => {
  const { folder, inbox, organized, data, workspace, changes } = await begun();
  drop(join(inbox, 'a.png'), ratedPng(1, 64));
  await vi.waitFor(() => { expect(filesBelow(organized)).toHaveLength(1); }, 10_000);
  const other = folder('other');
  const { sequence, now } = await changes.chooseFolder('inbox', other);
  expect(now.values.inbox).toBe(other);
  expect(JSON.parse(readFileSync(join(data, 'settings.json'), 'utf8'))).toMatchObject({ inbox: other });
  expect(workspace.status).toMatchObject({ set_up: true, inbox_path: other, watching: 'on', trouble: null });
  drop(join(other, 'b.png'), ratedPng(2, 64));
  await vi.waitFor(() => { expect(filesBelow(organized)).toHaveLength(2); }, 10_000);
  const hub = () => workspace.hub!;
  const nobody = () => Promise.reject(new Error('no source and no stage was changed'));
  const back = takingBack(hub, {
    settings: changes, sources: { problemWithTakingBack: nobody, takeBack: nobody }, stages: { problemWith: () => null, putBack: nobody },
  });
  await back.undo((await hub().changesBehind({ kind: 'operations', sequences: [sequence!] }))!);
  expect(workspace.status.inbox_path).toBe(inbox);
  const told = workspace.hub!.log.find({ types: ['settings.changed'], limit: 10 });
  expect(told).toMatchObject([{ data: { setting: 'inbox', value: other, previous_value: inbox } }, { data: { setting: 'inbox', value: inbox } }]);
}, 30_000);

it('[D93] folders that do not fit each other are refused in a sentence, and all goes on as before', async () => {
  const { inbox, organized, data, workspace, changes } = await begun();
  const hub = workspace.hub;
  await expect(changes.chooseFolder('inbox', organized)).rejects.toThrow(/are the same folder/);
  await expect(changes.chooseFolder('organized', join(inbox, 'deep'))).rejects.toThrow(/lies inside the inbox/);
  await expect(changes.chooseFolder('inbox', join(data, '..'))).rejects.toThrow(/lies inside/);
  expect(workspace.hub).toBe(hub);
  expect(workspace.status).toMatchObject({ inbox_path: inbox, organized_path: organized, watching: 'on' });
  expect(changes.now.values).toMatchObject({ inbox, organized });
});

it('[D93] neither folder overlaps with a source, nor do backups', async () => {
  const { folder, workspace, changes } = await begun();
  const path = folder('comfy');
  const source = { name: 'Comfy', path, project: null, operation: 'copy', subfolders: true, only_media: true, polling: false, enabled: true } as const;
  workspace.settings.sources.push({ id: '01a2019a-2386-7b85-a1d4-0e28b6e7f73a', ...source });
  for (const key of ['inbox', 'organized', 'backup_folder'] as const) {
    await expect(changes.chooseFolder(key, folder('comfy/inner'))).rejects.toThrow(/and the watched folder “Comfy” .* overlap/);
  }
  expect(changes.now.changed).toEqual([]);
});

it('[D93] folders that were named when Alice was started hold for the run', async () => {
  const named = tempFolder();
  const { folder, changes } = await begun({ inbox: named });
  expect(changes.now.for_this_run).toEqual(['inbox', 'organized']);
  await expect(changes.chooseFolder('inbox', folder('other'))).rejects.toThrow(/were named when Alice was started/);
});

it('[D93] who watches no more goes on not watching', async () => {
  const { folder, workspace, changes } = await begun();
  await workspace.setWatching('paused');
  await changes.chooseFolder('organized', folder('elsewhere'));
  expect(workspace.status.watching).toBe('paused');
});
