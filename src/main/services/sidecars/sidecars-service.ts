import { basename, dirname, join } from 'node:path';
import { assetSetAside } from '@shared/events/asset-events';
import type { EventOf, RecordedEvent } from '@shared/events/catalog';
import type { Recorded } from '@shared/events/envelope';
import { assetSidecarFiled } from '@shared/events/sidecar-events';
import type { InboxEntry } from '@shared/library/inbox-entry';
import { nameBeside, picturesOf, sidecarsOf } from '@shared/library/sidecar-name';
import { uuidv7 } from 'uuidv7';
import { defineService } from '../../kernel/define-service';
import { defineManifest } from '../../kernel/manifest';
import type { SidecarFiling, SidecarJournal, SidecarMemory } from './ports';

export interface SidecarsOptions {
  readonly organized: string;
  readonly files: SidecarFiling;
  readonly journal: SidecarJournal;
  readonly memory: SidecarMemory;
}

type Draft = ReturnType<typeof assetSidecarFiled> | ReturnType<typeof assetSetAside>;

/** What is known of a sidecar's picture: filed, on its way, or neither. */
type Picture =
  | { readonly kind: 'filed'; readonly name: string; readonly content_hash: string; readonly path: string; readonly operation: 'copy' | 'move' }
  | { readonly kind: 'on_its_way' }
  | { readonly kind: 'none'; readonly why: string };

export const sidecarsManifest = defineManifest({
  name: 'sidecars',
  summary: 'Files what travels with a picture, its settings, notes or sound, beside it under the same name.',
  consumes: ['asset.sidecar_discovered', 'asset.organized', 'asset.duplicated', 'asset.set_aside', 'asset.withdrawn', 'asset.unfiled'],
  publishes: [assetSidecarFiled, assetSetAside],
});

const comesAlong = 'It lies untouched in the inbox; when its picture is filed, it goes along by itself.';

/**
 * Files sidecars beside their pictures. One that was found waits until its picture has its outcome: whichever of the two
 * comes second finds the other in the library. One event at a time, so that no sidecar is filed from both sides.
 */
export const sidecarsService = ({ organized, files, journal, memory }: SidecarsOptions) => {
  const aside = (entry: Waiting, reason: 'sidecar_alone' | 'internal_error', message: string): Draft =>
    assetSetAside({ file_path: entry.file_path, content_hash: entry.content_hash, stage: 'sidecars', reason, message });

  /** Sidecars of a picture that were found and have no outcome yet. */
  const waitingFor = (picture: string): Waiting[] =>
    known(picture).filter((entry): entry is InboxEntry & Waiting => entry.state === 'working' && entry.content_hash !== null && isSidecar(entry));

  const known = (picture: string) => memory.entries(sidecarsOf(basename(picture)).map((name) => join(dirname(picture), name)));

  /** A sound twin that lay alone went the way of any video. */
  const isSidecar = (entry: InboxEntry): boolean =>
    memory.storyOf(entry.story_id).findLast((event) => isDiscoveryOf(entry.file_path, event))?.event_type === 'asset.sidecar_discovered';

  const pictureOf = (sidecar: string): Picture => {
    const names = picturesOf(basename(sidecar));
    const place = (name: string) => join(dirname(sidecar), name);
    const entries = memory.entries(names.map(place));
    // In the order of the names: the best first.
    const inOrder = names.flatMap((name) => entries.filter(({ file_path }) => file_path === place(name)));
    for (const entry of inOrder) {
      if ((entry.state !== 'filed' && entry.state !== 'duplicate') || entry.content_hash === null || !isPicture(entry)) continue;
      const asset = memory.asset(entry.content_hash);
      if (!asset || asset.path === null) continue;
      if (asset.missing !== null) return { kind: 'none', why: 'Its picture is missing from the organized folder.' };
      const operation = entry.state === 'filed' && entry.operation === 'move' ? 'move' : 'copy';
      return { kind: 'filed', name: basename(entry.file_path), content_hash: entry.content_hash, path: asset.path, operation };
    }
    if (inOrder.some(({ state }) => state === 'waiting' || state === 'working')) return { kind: 'on_its_way' };
    return { kind: 'none', why: inOrder.length > 0 ? 'Its picture was set aside.' : 'Its picture is not there any more.' };
  };

  const isPicture = (entry: InboxEntry): boolean => picturesOf(basename(entry.file_path)).length === 0 || !isSidecar(entry);

  /** Brings one sidecar to its outcome, if its picture has one. */
  const settle = async (sidecar: Waiting, cause: RecordedEvent, number: number): Promise<Draft | null> => {
    const picture = pictureOf(sidecar.file_path);
    if (picture.kind === 'on_its_way') return null;
    if (picture.kind === 'none') return aside(sidecar, 'sidecar_alone', `${picture.why} ${comesAlong}`);
    const { file_path: source_path, content_hash } = sidecar;
    if (!(await files.isThere(organized))) {
      const message = 'The folder for organized files is not there. Is the drive plugged in? The original is untouched; try again when it is.';
      return assetSetAside({ file_path: source_path, content_hash, stage: 'sidecars', reason: 'file_operation_failed', message });
    }
    // What a crash interrupted goes on at the same place, whichever event it was begun for.
    const before = journal.open().find((intent) => intent.kind === 'sidecar' && intent.source_path === source_path && intent.content_hash === content_hash);
    const cause_id = before?.cause_id ?? `${cause.event_id}/${number}`;
    for (let copy = 1; ; copy += 1) {
      const destination_path = before && copy === 1 ? before.destination_path : beside(picture, source_path, copy);
      if (journal.claimed(destination_path) && destination_path !== before?.destination_path) continue;
      const { operation, content_hash: picture_hash } = picture;
      const outcome = await files.begin({ operation_id: (copy === 1 ? before?.operation_id : undefined) ?? uuidv7(), cause_id, kind: 'sidecar', content_hash, source_path, destination_path, operation, state: 'planned' });
      if (outcome.kind === 'done') {
        // Its event ends only what was begun for the same cause.
        if (before) journal.forget(cause_id);
        const filed = { source_path, destination_path, operation: outcome.operation };
        return assetSidecarFiled({ content_hash: picture_hash, sidecar_hash: content_hash, ...filed });
      }
      // Another file has the name: it stays, and this one gets the next.
      if (outcome.kind === 'taken') continue;
      journal.forget(cause_id);
      return assetSetAside({ file_path: source_path, content_hash, stage: 'sidecars', reason: outcome.reason, message: outcome.message });
    }
  };

  const settleAllOf = async (picture: string, cause: RecordedEvent, publish: (draft: Draft) => void): Promise<void> => {
    for (const [number, sidecar] of waitingFor(picture).entries()) {
      const draft = await settle(sidecar, cause, number);
      if (draft) publish(draft);
    }
  };

  return defineService({
    ...sidecarsManifest,
    on: {
      'asset.sidecar_discovered': async (event, { publish }) => {
        const sidecar = justFound(event, memory.entries([event.data.file_path])[0]);
        const draft = sidecar && (await settle(sidecar, event, 0));
        if (draft) publish(draft);
      },
      'asset.organized': (event, { publish }) => settleAllOf(event.data.source_path, event, publish),
      'asset.duplicated': (event, { publish }) => settleAllOf(event.data.file_path, event, publish),
      'asset.withdrawn': (event, { publish }) => settleAllOf(event.data.file_path, event, publish),
      'asset.set_aside': async (event, { publish }) => {
        if (event.data.stage !== 'sidecars') await settleAllOf(event.data.file_path, event, publish);
      },
      'asset.unfiled': (event, { publish }) => {
        // A copy stayed in the inbox when its picture was filed; now it waits for that once more.
        for (const { state, operation, ...entry } of known(event.data.file_path)) {
          if (state !== 'filed' || operation !== 'copy' || entry.content_hash === null) continue;
          const { file_path, content_hash } = entry;
          publish(aside({ file_path, content_hash }, 'sidecar_alone', `The filing of its picture was undone. ${comesAlong}`));
        }
      },
    },
    giveUp: (event, reason, { publish }) => {
      const message = `Alice could not file this sidecar (${reason}). It lies untouched in the inbox; try it again.`;
      if (event.event_type === 'asset.sidecar_discovered') {
        const { file_path, sidecar_hash: content_hash } = event.data;
        publish(aside({ file_path, content_hash }, 'internal_error', message));
        return;
      }
      const picture = event.event_type === 'asset.organized' ? event.data.source_path : event.data.file_path;
      for (const sidecar of waitingFor(picture)) publish(aside(sidecar, 'internal_error', message));
    },
  });
};

interface Waiting {
  readonly file_path: string;
  readonly content_hash: string;
}

/** The sidecar that an event tells of, if it is still that one and has no outcome yet. */
function justFound({ data }: Recorded<EventOf<'asset.sidecar_discovered'>>, entry: InboxEntry | undefined): Waiting | null {
  const { file_path, sidecar_hash } = data;
  return entry?.state === 'working' && entry.content_hash === sidecar_hash ? { file_path, content_hash: sidecar_hash } : null;
}

function isDiscoveryOf(path: string, event: RecordedEvent): boolean {
  return (event.event_type === 'asset.sidecar_discovered' || event.event_type === 'asset.discovered') && event.data.file_path === path;
}

function beside(picture: { readonly name: string; readonly path: string }, sidecar: string, copy: number): string {
  return join(dirname(picture.path), nameBeside(basename(sidecar), picture.name, basename(picture.path), copy));
}
