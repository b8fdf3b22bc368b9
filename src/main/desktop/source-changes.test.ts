import type { EventDraft } from '@shared/events/define-event';
import { mostSources, type Source, usualChoice } from '@shared/library/source';
import { expect, it } from 'vitest';
import { SourceRefused, sourceChanges } from './source-changes';

function app(problem: (source: Source) => string | null = () => null) {
  const world = { kept: [] as readonly Source[], told: [] as EventDraft[] };
  const changes = sourceChanges({
    kept: () => world.kept,
    problemWith: async (source) => problem(source),
    toldOf: () => [],
    keep: async (sources, told) => {
      world.kept = sources;
      world.told.push(told);
    },
  });
  return { world, changes };
}

it('[D122] a folder becomes a source only after it was chosen; each change says what it changed, and none says nothing', async () => {
  const { world, changes } = app();
  const choice = { ...usualChoice, name: ' ComfyUI ', project: ' harbor ' };
  await expect(changes.add(crypto.randomUUID(), choice)).rejects.toThrow('This folder is not known any more. Choose it again.');
  const { id, name } = await changes.choose('/home/ada/ComfyUI/output');
  await changes.add(id, choice);
  expect([name, world.kept]).toEqual(['ComfyUI output', [{ ...choice, id, path: '/home/ada/ComfyUI/output', name: 'ComfyUI', project: 'harbor' }]]);
  await expect(changes.add(id, choice)).rejects.toThrow(SourceRefused);
  await changes.change(id, { ...choice, name: 'ComfyUI', project: null, enabled: false });
  await changes.change(id, { ...choice, name: 'ComfyUI', project: null, enabled: false });
  await changes.remove(id);
  await expect(changes.remove(id)).rejects.toThrow('This source is not there any more.');
  expect(world.told.map(({ event_type, subject, data }) => [event_type, subject, (data as { changed?: string[] }).changed])).toEqual([
    ['source.added', id, undefined], ['source.changed', id, ['project', 'enabled']], ['source.removed', id, undefined],
  ]);
  expect(world.kept).toEqual([]);
});

it('[D122] what cannot be is refused in a sentence and changes nothing', async () => {
  const { world, changes } = app(({ path, operation }) => (path === '/inbox' ? 'It is the inbox.' : operation === 'move' ? 'It is read-only.' : null));
  await expect(changes.choose('/inbox')).rejects.toThrow('It is the inbox.');
  const { id } = await changes.choose('/a');
  await expect(changes.add(id, { ...usualChoice, name: ' ' })).rejects.toThrow('The source has no name.');
  await expect(changes.add(id, { ...usualChoice, name: 'a', operation: 'move' })).rejects.toThrow('It is read-only.');
  await changes.add(id, { ...usualChoice, name: 'a' });
  await expect(changes.change(id, { ...usualChoice, name: 'a', operation: 'move' })).rejects.toThrow('It is read-only.');
  const other = await changes.choose('/b');
  await expect(changes.add(other.id, { ...usualChoice, name: 'A' })).rejects.toThrow('There is a source “A” already.');
  world.kept = Array.from({ length: mostSources }, (_, i) => ({ ...usualChoice, id: crypto.randomUUID(), name: `${i}`, path: `/${i}` }));
  await expect(changes.choose('/c')).rejects.toThrow('50 sources are the most. Remove one first.');
  expect(world.told).toHaveLength(1);
});
