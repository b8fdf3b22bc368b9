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
  /** As they were when Alice was started. */
  readonly atStart: Settings;
  /** While the folder is copied: written to neither place, so that the copy does not lose it and the original stays as it is. */
  #held = false;
  readonly #listeners = new Set<(now: Settings) => void>();

  constructor(dataFolder: string) {
    this.#file = fileIn(dataFolder);
    // A setting that does not fit is left out, so one bad line does not cost the others.
    const stored = Object.entries(this.#file.store).filter(([key, value]) => fits(key, value));
    this.#current = settingsSchema.parse(Object.fromEntries(stored));
    this.atStart = this.#current;
  }

  get current(): Settings {
    return this.#current;
  }

  change(change: Partial<Settings>): Settings {
    this.#current = settingsSchema.parse({ ...this.#current, ...change });
    if (!this.#held) this.#file.set(this.#current);
    for (const listener of this.#listeners) listener(this.#current);
    return this.#current;
  }

  /** Goes on in the copy of another data folder, once there is one. What is changed meanwhile is written to the folder that holds then. */
  async whileMoving(moved: () => Promise<string>): Promise<string> {
    const before = this.#current;
    this.#held = true;
    try {
      const folder = await moved();
      this.#file = fileIn(folder);
      return folder;
    } finally {
      this.#held = false;
      if (this.#current !== before) this.#writeLate();
    }
  }

  #writeLate(): void {
    try {
      this.#file.set(this.#current);
    } catch {
      // What became of the move must not depend on it. The next change writes all of them.
    }
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
