import { randomUUID } from 'node:crypto';
import type { EventDraft } from '@shared/events/define-event';
import { sourceAdded, sourceChanged, sourceRemoved } from '@shared/events/source-events';
import type { ChosenSource } from '@shared/ipc/source-calls';
import { t } from '@shared/language/language';
import { choiceProblem, freeSourceName, mostSources, type Source, type SourceChoice } from '@shared/library/source';

/** What changes to the sources need of the app. */
export interface SourcesOfApp {
  readonly kept: () => readonly Source[];
  readonly problemWith: (source: Source) => Promise<string | null>;
  /** Keeps a list, tells of it and works with it. */
  readonly keep: (sources: readonly Source[], told: EventDraft) => Promise<void>;
}

/** A change that cannot be made; its message is the sentence for the person. */
export class SourceRefused extends Error {
  override readonly name = 'SourceRefused';
}

/** Adds, changes and removes sources. A folder that was chosen is known here by an id, so that the window names no path. */
export function sourceChanges({ kept, problemWith, keep }: SourcesOfApp) {
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

  return {
    /** @throws SourceRefused when the folder cannot become a source */
    async choose(path: string): Promise<ChosenSource> {
      const id = randomUUID();
      if (kept().length >= mostSources) throw new SourceRefused(t('{mostSources} sources are the most. Remove one first.', { mostSources }));
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
    pathOf: (id: string): string => known(id).path,
  };
}

const fields = ['name', 'project', 'operation', 'subfolders', 'only_media', 'polling', 'enabled'] as const;

function told({ name, path, project, operation, subfolders, only_media, polling, enabled }: Source) {
  return { name, path, project, operation, subfolders, only_media, polling, enabled };
}
