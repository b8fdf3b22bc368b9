import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { EventOf, RecordedEvent } from '@shared/events/catalog';
import type { EventDraft } from '@shared/events/define-event';
import type { Recorded } from '@shared/events/envelope';
import { sourceAdded, sourceChanged, sourceRemoved } from '@shared/events/source-events';
import type { ChosenSource } from '@shared/ipc/source-calls';
import { t } from '@shared/language/language';
import { choiceProblem, freeSourceName, mostSources, type Source, type SourceChoice } from '@shared/library/source';

/** What changes to the sources need of the app. */
export interface SourcesOfApp {
  readonly kept: () => readonly Source[];
  readonly problemWith: (source: Source) => Promise<string | null>;
  /** Keeps a list, tells of it and works with it. */
  readonly keep: (sources: readonly Source[], told: EventDraft, storyId?: string) => Promise<void>;
  /** Everything that was told of a source, oldest first. */
  readonly toldOf: (id: string) => readonly RecordedEvent[];
}

/** A change that cannot be made; its message is the sentence for the person. */
export class SourceRefused extends Error {
  override readonly name = 'SourceRefused';
}

/** Adds, changes and removes sources. A folder that was chosen is known here by an id, so that the window names no path. */
export function sourceChanges({ kept, problemWith, keep, toldOf }: SourcesOfApp) {
  const chosen = new Map<string, string>();

  const known = (id: string): Source => {
    const source = kept().find((each) => each.id === id);
    if (source === undefined) throw new SourceRefused(t('This source is not there any more.'));
    return source;
  };

  const checked = async (source: Source): Promise<Source> => {
    const others = kept().filter(({ id }) => id !== source.id);
    const problem = choiceProblem(source, others);
    if (problem !== null) throw new SourceRefused(problem);
    return { ...source, name: source.name.trim(), project: source.project?.trim() ?? null };
  };

  /** A source as it was before an event; null when it was none, or nothing tells. */
  const asItWas = ({ sequence, data: { source_id } }: SourceTold): Source | null => {
    const last = toldOf(source_id).filter(isTold).findLast((each) => each.sequence < sequence);
    return last === undefined || last.event_type === 'source.removed' ? null : { id: source_id, ...told(last.data) };
  };

  return {
    /** @throws SourceRefused when the folder cannot become a source */
    async choose(path: string): Promise<ChosenSource> {
      const id = randomUUID();
      if (kept().length >= mostSources) throw new SourceRefused(t('{most, number} sources are the most. Remove one first.', { most: mostSources }));
      const name = freeSourceName(path, kept());
      const problem = await problemWith({ id, name, path, project: null, operation: 'copy', subfolders: true, only_media: true, polling: false, enabled: true });
      if (problem !== null) throw new SourceRefused(problem);
      // Only the last few: a person adds one at a time.
      for (const old of [...chosen.keys()].slice(0, -9)) chosen.delete(old);
      chosen.set(id, path);
      return { id, path, name };
    },
    async add(id: string, choice: SourceChoice): Promise<void> {
      const path = chosen.get(id);
      if (path === undefined) throw new SourceRefused(t('This folder is not known any more. Choose it again.'));
      const source = await checked({ ...choice, id, path });
      const problem = await problemWith(source);
      if (problem !== null) throw new SourceRefused(problem);
      chosen.delete(id);
      await keep([...kept(), source], sourceAdded({ source_id: id, ...told(source) }));
    },
    async change(id: string, choice: SourceChoice): Promise<void> {
      const before = known(id);
      const source = await checked({ ...choice, id, path: before.path });
      const changed = fields.filter((field) => source[field] !== before[field]);
      if (changed.length === 0) return;
      // One that is away may be changed all the same; what cannot be moved out of is said.
      const problem = changed.includes('operation') && source.operation === 'move' ? await problemWith(source) : null;
      if (problem !== null) throw new SourceRefused(problem);
      await keep(kept().map((each) => (each.id === id ? source : each)), sourceChanged({ source_id: id, ...told(source), changed }));
    },
    async remove(id: string): Promise<void> {
      const { name, path } = known(id);
      await keep(kept().filter((each) => each.id !== id), sourceRemoved({ source_id: id, name, path }));
    },
    /** Why a change cannot be taken back, as a sentence; null when it can. */
    async problemWithTakingBack(event: SourceTold): Promise<string | null> {
      const { source_id: id, name } = event.data;
      const now = kept().find((each) => each.id === id);
      if (event.event_type === 'source.removed') {
        const before = asItWas(event);
        if (now !== undefined || before === null) return t('{name} is watched again already.', { name });
        const others = kept();
        if (others.length >= mostSources) return t('{most, number} sources are the most. Remove one first.', { most: mostSources });
        return choiceProblem(before, others) ?? (await problemWith(before));
      }
      const same = now !== undefined && isDeepStrictEqual(told(now), told(event.data));
      if (same && event.event_type === 'source.changed' && asItWas(event) === null) return t('Nothing tells how {name} was before. Change it under Sources.', { name });
      return same ? null : t('Source {name} was changed again since. It stays as it is now.', { name });
    },
    /** Makes what is watched as it was before a change. */
    async takeBack(event: SourceTold, storyId: string): Promise<void> {
      const { source_id: id, name, path } = event.data;
      const before = asItWas(event);
      const others = kept().filter((each) => each.id !== id);
      if (before === null) await keep(others, sourceRemoved({ source_id: id, name, path }), storyId);
      else if (event.event_type === 'source.removed') await keep([...others, before], sourceAdded({ source_id: id, ...told(before) }), storyId);
      else {
        const changed = fields.filter((field) => event.data[field] !== before[field]);
        const sources = kept().map((each) => (each.id === id ? before : each));
        await keep(sources, sourceChanged({ source_id: id, ...told(before), changed }), storyId);
      }
    },
    pathOf: (id: string): string => known(id).path,
  };
}

/** An event that tells of a change to the sources. */
export type SourceTold = Recorded<EventOf<'source.added' | 'source.changed' | 'source.removed'>>;

function isTold(event: RecordedEvent): event is SourceTold {
  return event.event_type === 'source.added' || event.event_type === 'source.changed' || event.event_type === 'source.removed';
}

const fields = ['name', 'project', 'operation', 'subfolders', 'only_media', 'polling', 'enabled'] as const;

function told({ name, path, project, operation, subfolders, only_media, polling, enabled }: Omit<Source, 'id'>) {
  return { name, path, project, operation, subfolders, only_media, polling, enabled };
}
