import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { assetRefileRequested } from '@shared/events/care-events';
import type { RecordedEvent } from '@shared/events/catalog';
import type { EventDraft } from '@shared/events/define-event';
import { describe, expect, it } from 'vitest';
import { filingTools } from '../../adapters/files/filing-tools';
import { journalIn } from '../../testing/journal-double';
import { OrganizerWorld } from '../../testing/organizer-world';
import { drop, tinyPng } from '../../testing/tiny-pictures';
import { filesBelow, hashOf } from '../../testing/trees';
import { organizerService } from './organizer-service';

/** A filed picture with a sidecar, and a request that moves it to another tool's folder. */
async function filedWithSidecar() {
  const world = new OrganizerWorld();
  const filed = await world.file('a.png');
  if (filed.event_type !== 'asset.organized') throw new Error('It was not filed.');
  const { to } = world.sidecar(filed, 'a.txt', 'harbor-001.txt');
  return { world, filed, sidecar: to, path: filed.data.destination_path };
}

function ask(world: OrganizerWorld, filed: RecordedEvent, file_path: string, source_type = 'forge'): RecordedEvent {
  return world.record(assetRefileRequested({
    content_hash: String(filed.subject), file_path, project_name: 'harbor', source_type, date_folder: '2026-03-04', quality_folder: '4-star', reason: 'metadata',
  }), { correlation_id: filed.correlation_id });
}

const placesIn = (world: OrganizerWorld) =>
  filesBelow(world.organized).filter((path) => !path.includes('.alice')).map((path) => path.replace('2026-03-04/harbor/', '')).sort();

describe('moving a file to where it belongs', () => {
  it('[P77] takes its sidecars along, says where it went, and can be undone', async () => {
    const { world, filed, sidecar, path } = await filedWithSidecar();
    const [refiled] = await world.tell(ask(world, filed, path));
    const to_path = join(world.organized, '2026-03-04/harbor/forge/4-star/harbor-001.png');
    expect(refiled).toMatchObject({ event_type: 'asset.refiled', data: {
      from_path: path, to_path, source_type: 'forge', reason: 'metadata', sidecars: [{ from_path: sidecar, to_path: to_path.replace('.png', '.txt') }],
    } });
    expect(placesIn(world)).toEqual(['forge/4-star/harbor-001.png', 'forge/4-star/harbor-001.txt']);
    expect(world.asset(String(filed.subject))).toMatchObject({ path: to_path, source: 'forge', sidecars: [to_path.replace('.png', '.txt')] });
    expect((await world.undo(refiled!)).event_type).toBe('asset.refiled');
    expect(placesIn(world)).toEqual(['comfyui/4-star/harbor-001.png', 'comfyui/4-star/harbor-001.txt']);
  });

  it('[D259] are named in the order in which they were asked for, however long each is read', async () => {
    const world = new OrganizerWorld();
    const filed = [await world.file('a.png'), await world.file('b.png')];
    const paths = filed.map((event) => (event.event_type === 'asset.organized' ? event.data.destination_path : ''));
    const service = organizerService({
      organized: world.organized,
      operation: () => 'copy',
      files: {
        ...filingTools,
        contentOf: async (path) => {
          if (path === paths[0]) await delay(40);
          return filingTools.contentOf(path);
        },
      },
      journal: journalIn(world.rows),
      storyOf: () => [],
      filedAt: () => null,
      memory: { eventAt: () => null, historyOf: () => [], assetOf: (hash) => world.asset(hash) },
    });
    const names = await Promise.all(filed.map(async (event, at) => {
      const said: EventDraft[] = [];
      await service.handle(ask(world, event, paths[at]!), { publish: (draft) => said.push(draft) });
      return said.map(({ data }) => basename((data as { to_path: string }).to_path));
    }));
    expect(names).toEqual([['harbor-001.png'], ['harbor-002.png']]);
  });

  it('[P77] never takes a name that is taken', async () => {
    const { world, filed, path } = await filedWithSidecar();
    drop(join(world.organized, '2026-03-04/harbor/forge/4-star/harbor-001.png'), tinyPng('of somebody else'));
    await world.tell(ask(world, filed, path));
    expect(placesIn(world)).toEqual(['forge/4-star/harbor-001.png', 'forge/4-star/harbor-002.png', 'forge/4-star/harbor-002.txt']);
    expect(hashOf(readFileSync(join(world.organized, '2026-03-04/harbor/forge/4-star/harbor-001.png')))).toBe(hashOf(tinyPng('of somebody else')));
  });

  it.each([
    ['was changed', (path: string) => writeFileSync(path, 'edited'), 'changed', /changed after it was filed/],
    ['lies there already', () => undefined, 'superseded', /where it belongs already/],
  ] as const)('[P78] touches nothing when the file %s', async (what, spoil, reason, sentence) => {
    const { world, filed, path } = await filedWithSidecar();
    spoil(path);
    const before = placesIn(world);
    const [said] = await world.tell(ask(world, filed, path, what === 'lies there already' ? 'comfyui' : 'forge'));
    expect(said).toMatchObject({ event_type: 'asset.refile_refused', data: { reason, message: expect.stringMatching(sentence) } });
    expect(placesIn(world)).toEqual(before);
  });

  it('[P78] touches nothing when the file was moved or is gone', async () => {
    const { world, filed, path } = await filedWithSidecar();
    const [elsewhere] = await world.tell(ask(world, filed, path.replace('001', '009')));
    expect(elsewhere).toMatchObject({ event_type: 'asset.refile_refused', data: { reason: 'superseded' } });
    world.files = { ...filingTools, contentOf: async () => null };
    expect((await world.tell(ask(world, filed, path)))[0]).toMatchObject({ event_type: 'asset.refile_refused', data: { reason: 'missing' } });
    expect(world.rows.size).toBe(0);
  });

  it.each([1, 2, 3, 4, 5, 6])('[P79] goes on after a crash at step %i, with the file in exactly one place', async (step) => {
    const { world, filed, path } = await filedWithSidecar();
    const request = ask(world, filed, path);
    let calls = 0;
    const crash = () => { calls += 1; if (calls === step) throw new Error('crash'); };
    world.files = {
      ...filingTools,
      relocate: async (intent, mark) => { crash(); const outcome = await filingTools.relocate(intent, mark); crash(); return outcome; },
      removeOriginal: async (...all) => { const outcome = await filingTools.removeOriginal(...all); crash(); return outcome; },
    };
    await expect(world.tell(request)).rejects.toThrow('crash');
    world.files = filingTools;
    const [said] = await world.tell(request);
    expect(said).toMatchObject({ event_type: 'asset.refiled', data: { from_path: path, sidecars: [{}] } });
    expect(placesIn(world)).toEqual(['forge/4-star/harbor-001.png', 'forge/4-star/harbor-001.txt']);
    expect(existsSync(path)).toBe(false);
  });
});
