import { assetMoved, assetRefiled } from '@shared/events/care-events';
import { assetSidecarFiled } from '@shared/events/sidecar-events';
import { expect, it } from 'vitest';
import { recordedFrom } from '../../testing/sample-events';
import { hashOf } from '../../testing/trees';
import { numbered, originsOf, sidecarBeside } from './sidecar-places';

it.each([
  ['/o/p-001.txt', '/o/5/q-007.txt'],
  ['/o/p-001.png.json', '/o/5/q-007.png.json'],
  ['/o/P-001_settings.txt', '/o/5/q-007_settings.txt'],
  ['/o/notes.txt', '/o/5/notes.txt'],
])('[O34] %s goes along to %s when its picture does', (sidecar, there) => {
  expect(sidecarBeside(sidecar, '/o/p-001.png', '/o/5/q-007.png')).toBe(there);
});

it('[O34] a name that is taken gets a number, and one that grows too long is shortened by whole signs', () => {
  expect(numbered('/o/p-001.txt', 2)).toBe('/o/p-001 (2).txt');
  const long = numbered(`/o/${'😀'.repeat(70)}.json`, 12);
  expect(Buffer.byteLength(long.slice(3))).toBeLessThanOrEqual(255);
  expect(long).toMatch(/^\/o\/(😀)+ \(12\)\.json$/u);
});

it('[O34] where a sidecar came from is known through every move', () => {
  const filed = { content_hash: hashOf('p'), sidecar_hash: hashOf('s'), source_path: '/inbox/a.txt', destination_path: '/o/4/p.txt' };
  const facts = { project_name: 'p', source_type: 'x', date_folder: '2026-01-02', reason: 'rating' } as const;
  const history = recordedFrom([
    assetSidecarFiled(filed),
    assetRefiled({ content_hash: hashOf('p'), from_path: '/o/4/p.png', to_path: '/o/5/p.png', ...facts, sidecars: [{ from_path: '/o/4/p.txt', to_path: '/o/5/p.txt' }] }),
    assetMoved({ content_hash: hashOf('p'), from_path: '/o/5/p.png', to_path: '/o/p.png', sidecars: [{ from_path: '/o/5/p.txt', to_path: '/o/p.txt' }] }),
  ], 'story');
  expect([...originsOf(history)]).toEqual([['/o/p.txt', expect.objectContaining({ source_path: '/inbox/a.txt' })]]);
});
