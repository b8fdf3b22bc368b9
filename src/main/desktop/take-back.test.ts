import { httpStageSchema } from '@shared/library/quality-stage';
import { usualChoice } from '@shared/library/source';
import { expect, it } from 'vitest';
import { begunWorkspace } from '../testing/begun-workspace';
import { stagesAsTold } from './secrets-of-stages';
import { settingsChanges } from './settings-of-workspace';
import { sourcesOfWorkspace } from './sources-of-workspace';
import { StageChanges } from './stage-changes';
import { takingBack } from './take-back';

/** Alice without a window, and what a person can change in her. */
async function begun() {
  const world = await begunWorkspace();
  const { workspace } = world;
  const hub = () => workspace.hub!;
  const keys = new Map<string, string>();
  const secrets = {
    get: async (name: string) => keys.get(name) ?? null,
    keep: async (name: string, key: string) => { keys.set(name, key); },
    forget: async (name: string) => { keys.delete(name); },
  };
  const source = { setups: () => workspace.settings.quality_stages, hasKey: () => false, key: async () => ({ kind: 'none' as const }) };
  const stages = new StageChanges({
    source, secrets, keep: (all, storyId) => workspace.changeSetting('quality_stages', [...all], stagesAsTold, storyId),
  });
  const sources = sourcesOfWorkspace(hub, workspace);
  const back = takingBack(hub, { settings: settingsChanges(workspace), sources, stages });
  const turn = async (direction: 'undo' | 'redo') => {
    const entry = (await hub().latestUndoable(direction))!;
    await back.undo((await hub().changesBehind({ kind: 'entry', id: entry.id }))!);
    return entry.label;
  };
  return { ...world, hub, keys, secrets, stages, sources, back, turn };
}

it('[D211] a source that was added, changed or removed is as it was before, and so again, in the reverse order', async () => {
  const { folder, hub, sources, workspace, turn } = await begun();
  const kept = () => workspace.settings.sources.map(({ name, operation, enabled }) => ({ name, operation, enabled }));
  const comfy = { ...usualChoice, name: 'Comfy' };
  const { id } = await sources.choose(folder('comfy'));
  await sources.add(id, comfy);
  await sources.change(id, { ...comfy, name: 'Painter', enabled: false });
  const [whole] = workspace.settings.sources;
  await sources.remove(id);
  expect(kept()).toEqual([]);

  expect(await turn('undo')).toBe('Source Painter was removed');
  expect(workspace.settings.sources).toEqual([whole]);
  expect(hub().sources.list()).toMatchObject([{ id, name: 'Painter', state: 'paused' }]);
  expect(await turn('undo')).toBe('Source Painter was changed');
  expect(kept()).toEqual([{ name: 'Comfy', operation: 'copy', enabled: true }]);
  expect(await turn('undo')).toBe('Source Comfy is watched');
  expect(hub().sources.list()).toEqual([]);
  expect(await turn('redo')).toBe('Undone: Source Comfy is watched');
  expect(hub().sources.list()).toMatchObject([{ id, name: 'Comfy', state: 'watching' }]);
});

it('[D211] a source whose name or folder is taken meanwhile stays removed, and a sentence says why', async () => {
  const { folder, hub, sources, back } = await begun();
  const path = folder('comfy');
  const first = await sources.choose(path);
  await sources.add(first.id, { ...usualChoice, name: 'Comfy' });
  await sources.remove(first.id);
  const { id } = (await hub().latestUndoable('undo'))!;
  const again = await sources.choose(path);
  await sources.add(again.id, { ...usualChoice, name: 'Another' });
  const undone = back.undo((await hub().changesBehind({ kind: 'entry', id }))!);
  await expect(undone).rejects.toThrow(/comfy is the source “Another” already/);
  expect(hub().sources.list()).toMatchObject([{ name: 'Another' }]);
});

it('[D211] a stage comes back with its address and its key, which no event tells', async () => {
  const { hub, keys, stages, workspace, turn } = await begun();
  const stage = httpStageSchema.parse({ name: 'studio', url: 'https://studio.example/rate?token=secret', score_path: 'score' });
  keys.set('studio', 'a key');
  await stages.change('studio', async () => [stage]);
  await stages.change('studio', async () => {
    keys.delete('studio');
    return [];
  });
  expect(await turn('undo')).toBe('Quality stages: 0 entries');
  expect(workspace.settings.quality_stages).toMatchObject([{ url: 'https://studio.example/rate?token=secret' }]);
  expect(keys.get('studio')).toBe('a key');
  expect(JSON.stringify(hub().log.find({ limit: 100 }))).not.toMatch(/token=secret|a key/);
});

it('[D211] a change of a stage whose key could not be read is not taken back: the key would be forgotten', async () => {
  const { hub, keys, secrets, stages, back, workspace } = await begun();
  const stage = httpStageSchema.parse({ name: 'studio', url: 'https://studio.example/rate', score_path: 'score' });
  keys.set('studio', 'a key');
  secrets.get = () => Promise.reject(new Error('The secret store is locked.'));
  await stages.change('studio', async () => [stage]);
  const entry = (await hub().latestUndoable('undo'))!;
  await expect(back.undo((await hub().changesBehind({ kind: 'entry', id: entry.id }))!)).rejects.toThrow('The key of this stage could not be read');
  expect(keys.get('studio')).toBe('a key');
  expect(workspace.settings.quality_stages).toHaveLength(1);
});

it('[D211] own rules about sources are taken back like any setting', async () => {
  const { workspace, turn } = await begun();
  await workspace.changeSetting('source_rules', [{ kind: 'file-name', pattern: 'mj_*', tool: 'midjourney' }]);
  expect(await turn('undo')).toBe('Source rules: 1 entry');
  expect(workspace.settings.source_rules).toEqual([]);
});
