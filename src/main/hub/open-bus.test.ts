import { busStats } from '@shared/library/bus-stats';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { LogLine } from '../bus/middleware/event-logger';
import { place } from '../testing/test-hub';
import { serviceManifests } from './service-manifests';
import { drop, ratedPng } from '../testing/tiny-pictures';

it('[B29] a hub says what flows and how its services fare; a filter and a log can be asked for', async () => {
  const { inbox, open } = place();
  drop(join(inbox, 'a.png'), ratedPng(1));
  drop(join(inbox, 'broken.png'), 'no picture');
  const lines: LogLine[] = [];
  const hub = open({ filter: { exclude: ['asset.detected'] }, logger: { level: 'warn', write: (line) => lines.push(line) } });
  hub.bus.on('asset.organized', () => { throw new Error('a bad listener'); });
  await hub.start({ watch: false });
  await hub.settled();
  const stats = busStats.parse(JSON.parse(JSON.stringify(hub.metrics())));
  expect(stats.total).toBe(hub.log.lastSequence);
  expect(stats.types.map(({ type }) => type)).not.toContain('asset.detected');
  expect(stats.dropped['filter']).toBeGreaterThanOrEqual(2);
  expect(stats.services.map(({ name, queued, running, lag }) => [name, queued, running, lag]).sort()).toEqual(
    serviceManifests.map(({ name }) => [name, 0, 0, 0]).sort(),
  );
  expect([stats.dead_letters, stats.middleware_errors]).toEqual([0, 0]);
  expect(stats.handlers.find(({ name }) => name === 'service quality')?.calls).toBe(stats.total);
  expect(lines.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([
    'unnamed (asset.organized) failed at asset.organized: a bad listener',
  ]);
});
