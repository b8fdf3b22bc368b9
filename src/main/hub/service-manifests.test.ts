import { readdirSync } from 'node:fs';
import { catalog } from '@shared/events/catalog';
import { expect, it } from 'vitest';
import { defineService } from '../kernel/define-service';
import { defineManifest } from '../kernel/manifest';
import { doorManifests, serviceManifests } from './service-manifests';

const folders = readdirSync(new URL('../services', import.meta.url), { withFileTypes: true }).filter((entry) => entry.isDirectory());

it('[B20] every service is in the list from which documents and maps are drawn', () => {
  expect(serviceManifests.map(({ name }) => name).sort()).toEqual(folders.map(({ name }) => name).sort());
});

it('[B20] each says in one sentence what it does, and only events of the catalog, each once', () => {
  const types = new Set<string>(catalog.map(({ type }) => type));
  for (const { summary, consumes, publishes } of [...serviceManifests, ...doorManifests]) {
    expect(summary).toMatch(/^[A-Z].+\.$/);
    const said = publishes.map(({ type }) => type);
    for (const list of [said, [...consumes]]) {
      expect(list.filter((type) => !types.has(type))).toEqual([]);
      expect(new Set(list).size).toBe(list.length);
    }
  }
});

it('[B20] whatever a service hears, someone says', () => {
  const said = new Set([...serviceManifests, ...doorManifests].flatMap(({ publishes }) => publishes.map(({ type }) => type)));
  expect(serviceManifests.flatMap(({ consumes }) => consumes).filter((type) => !said.has(type))).toEqual([]);
});

it('[B20] a manifest and its handlers are the same events', () => {
  const manifest = defineManifest({ name: 'test', summary: 'Tests.', consumes: ['asset.discovered', 'asset.processed'], publishes: [] });
  const handlers = { 'asset.discovered': () => undefined, 'asset.processed': () => undefined };
  expect(defineService({ ...manifest, on: handlers }).consumes).toEqual(manifest.consumes);
  // @ts-expect-error a handler is missing
  const forgetful = () => defineService({ ...manifest, on: { 'asset.discovered': () => undefined } });
  expect(forgetful).toBeTypeOf('function');
  const secret = { ...handlers, 'hub.started': () => undefined };
  expect(() => defineService({ ...manifest, on: secret })).toThrow('test hears hub.started, and its manifest does not say so.');
});
