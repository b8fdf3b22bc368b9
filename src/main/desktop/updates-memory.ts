import Conf from 'conf';
import { releaseSchema } from '@shared/library/release-list';
import { z } from 'zod';

const moment = z.iso.datetime().nullable();
const version = z.string().max(100).nullable();
const fields = {
  /** The address that was asked last; what follows is of it. */
  address: z.string().max(2_000),
  tried_at: moment,
  looked_at: moment,
  /** What was found there, at most one for each channel. */
  releases: z.array(releaseSchema).max(2),
  /** Up to this version a person does not want to hear of any. */
  skipped: version,
  /** The newer version that was told of last. */
  told: version,
  /** The version that was last told to run now. */
  welcomed: version,
};
const schema = z.object(fields);

export type Remembered = z.infer<typeof schema>;

const nothing: Remembered = { address: '', tried_at: null, looked_at: null, releases: [], skipped: null, told: null, welcomed: null };

/** What is remembered about versions of Alice, in `updates.json` of its folder. */
export class UpdatesMemory {
  readonly #file: Conf | null;
  #now: Remembered;

  constructor(folder: string) {
    this.#file = fileIn(folder);
    // What does not fit is forgotten: it is found again.
    const stored = Object.entries(this.#file?.store ?? {}).filter(([key, value]) => isField(key) && fields[key].safeParse(value).success);
    this.#now = schema.parse({ ...nothing, ...Object.fromEntries(stored) });
  }

  get now(): Remembered {
    return this.#now;
  }

  keep(change: Partial<Remembered>): void {
    this.#now = { ...this.#now, ...change };
    try {
      this.#file?.set(this.#now);
    } catch {
      // A disk that is full costs no more than one look more than needed.
    }
  }
}

/** Null where it cannot be read: no start of Alice may depend on it. */
function fileIn(folder: string): Conf | null {
  try {
    return new Conf({ cwd: folder, configName: 'updates', clearInvalidConfig: true });
  } catch {
    return null;
  }
}

const isField = (key: string): key is keyof Remembered => Object.hasOwn(fields, key);
