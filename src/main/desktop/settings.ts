import Conf from 'conf';
import { libraryPreferencesSchema } from '@shared/library/library-preferences';
import { savedTimelineFilters } from '@shared/library/timeline-filter';
import { storedOwnRules } from '@shared/library/own-rule';
import { storedHttpStages } from '@shared/library/quality-stage';
import { z } from 'zod';

const settingsSchema = z.object({
  /** Null until a person has answered the first run. */
  inbox: z.string().nullable().default(null),
  organized: z.string().nullable().default(null),
  operation: z.enum(['copy', 'move']).default('copy'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  library: libraryPreferencesSchema.prefault({}),
  /** What the timeline was narrowed to, under the names that a person gave it. */
  timeline_filters: savedTimelineFilters.prefault([]),
  /** A person's own rules about which tool made a file. */
  source_rules: storedOwnRules.prefault([]),
  /** Stages of the quality pipeline that a person added, without their keys. */
  quality_stages: storedHttpStages.prefault([]),
  /** Whether files follow their rating into its folder. */
  refile_on_rating: z.boolean().default(true),
  /** A second place for backups of the log. */
  backup_folder: z.string().min(1).nullable().default(null),
  /** Megabytes that stay free on every disk that files go to; null for the usual number. */
  keep_free_mb: z.number().min(1).max(1_000_000).nullable().default(null),
  /** An icon in the tray, where the system has a place for one. */
  tray: z.boolean().default(true),
  /** Alice goes on in the tray when her window is closed, where there is a tray. */
  keep_in_tray: z.boolean().default(false),
  /** What the system's notifications tell while nobody looks at the window: a run is over, a file needs a person, Alice had to pause. */
  notify_finished: z.boolean().default(true),
  notify_set_aside: z.boolean().default(true),
  notify_trouble: z.boolean().default(true),
});

export type Settings = z.infer<typeof settingsSchema>;

/** What a person chose, kept in `settings.json` of the data folder and written atomically. */
export class SettingsStore {
  readonly #file: Conf;
  #current: Settings;

  constructor(dataFolder: string) {
    this.#file = new Conf({ cwd: dataFolder, configName: 'settings', clearInvalidConfig: false });
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
    return this.#current;
  }
}

function fits(key: string, value: unknown): boolean {
  const field = Reflect.get(settingsSchema.shape, key) as z.ZodType | undefined;
  return field?.safeParse(value).success ?? false;
}
