import Conf from 'conf';
import { libraryPreferencesSchema } from '@shared/library/library-preferences';
import { viewMemorySchema } from '@shared/library/view-memory';
import { storedSources } from '@shared/library/source';
import { savedTimelineFilters } from '@shared/library/timeline-filter';
import { settingFields } from '@shared/settings/settings-table';
import { z } from 'zod';

const settingsSchema = z.object({
  // What a person sees among the settings stands in their table, with what it does.
  ...settingFields(),
  /** Folders that are watched beside the inbox. */
  sources: storedSources.prefault([]),
  library: libraryPreferencesSchema.prefault({}),
  /** What was left open. */
  view: viewMemorySchema.prefault({}),
  /** What the timeline was narrowed to, under the names that a person gave it. */
  timeline_filters: savedTimelineFilters.prefault([]),
});

export type Settings = z.infer<typeof settingsSchema>;

/** What a person chose, kept in `settings.json` of the data folder and written atomically. */
export class SettingsStore {
  #file: Conf;
  #current: Settings;
  readonly #listeners = new Set<(now: Settings) => void>();

  constructor(dataFolder: string) {
    this.#file = fileIn(dataFolder);
    // A setting that does not fit is left out, so one bad line does not cost the others.
    const stored = Object.entries(this.#file.store).filter(([key, value]) => fits(key, value));
    this.#current = settingsSchema.parse(Object.fromEntries(stored));
  }

  get current(): Settings {
    return this.#current;
  }

  change(change: Partial<Settings>): Settings {
    this.#current = settingsSchema.parse({ ...this.#current, ...change });
    this.#file.set(this.#current);
    for (const listener of this.#listeners) listener(this.#current);
    return this.#current;
  }

  /** Goes on in the copy of another data folder. */
  moveTo(dataFolder: string): void {
    this.#file = fileIn(dataFolder);
  }

  /** Told after each change. Returns the way to leave. */
  onChange(listener: (now: Settings) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}

function fileIn(dataFolder: string): Conf {
  return new Conf({ cwd: dataFolder, configName: 'settings', clearInvalidConfig: false });
}

function fits(key: string, value: unknown): boolean {
  const field = Reflect.get(settingsSchema.shape, key) as z.ZodType | undefined;
  return field?.safeParse(value).success ?? false;
}
