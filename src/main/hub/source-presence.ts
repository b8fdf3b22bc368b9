import { readdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { inEnglish, t } from '@shared/language/language';
import type { Said } from '@shared/language/said';
import type { Database } from 'better-sqlite3';
import { PatientCalls } from '../adapters/files/patient-calls';
import type { RootLook } from '../services/intake/ports';
import { HubClosing } from './pause-gate';

export interface PresenceOptions {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  /** How the folder itself answers. */
  readonly rootLook: () => Promise<RootLook>;
  /** Keeps, with the log, whether a drive is mounted at the folder. */
  readonly database: Database;
  /** Whether a drive is mounted at a folder itself. */
  readonly mountedAt?: (path: string) => Promise<boolean>;
  /** Told when it has gone, with a sentence to be recorded, and with null when it is back. Never rejects. */
  readonly changed: (sentence: string | null) => Promise<void>;
}

/** Whether a source can be reached. Who asks about its files waits here while it cannot, so that none is taken for gone. */
export class SourcePresence {
  readonly #options: PresenceOptions;
  readonly #isUnplugged: () => Promise<boolean>;
  #said: Said | null = null;
  #looking: Promise<RootLook> | null = null;
  #waiters: (() => void)[] = [];
  #ended = false;

  constructor(options: PresenceOptions) {
    this.#options = options;
    this.#isUnplugged = unpluggedMount(options);
  }

  /** Why it cannot be reached; null while it can. */
  get sentence(): string | null {
    return this.#said?.() ?? null;
  }

  get closed(): boolean {
    return this.#said !== null;
  }

  /** Resolves when it can be reached, or when the signal is given. @throws HubClosing when nobody waits any more. */
  opened(signal?: AbortSignal): Promise<void> | null {
    return this.closed ? this.#wait(signal) : null;
  }

  async look(anew: boolean): Promise<void> {
    if (anew) await this.#looking;
    await this.rootLook();
  }

  /** Looks at the folder itself, and takes note of what is seen. */
  rootLook(): Promise<RootLook> {
    this.#looking ??= this.#look().finally(() => { this.#looking = null; });
    return this.#looking;
  }

  /** Lets those who wait go, with an error that says why. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  async #look(): Promise<RootLook> {
    const { name, rootLook, changed } = this.#options;
    const seen = await rootLook();
    const unplugged = seen.kind === 'folder' && (await this.#isUnplugged());
    const before = this.#said;
    if (seen.kind === 'folder' && !unplugged) this.#said = null;
    else this.#said = awayFor(name, seen.kind === 'folder' ? 'vanished' : seen.reason);
    if (this.#said === null) this.#wake();
    const recorded = this.#said && inEnglish(this.#said);
    if ((before === null) !== (recorded === null) && !this.#ended) await changed(recorded);
    if (seen.kind === 'trouble' || !unplugged) return seen;
    return { kind: 'trouble', reason: 'vanished', message: recorded ?? '', size: null };
  }

  async #wait(signal: AbortSignal | undefined): Promise<void> {
    while (this.closed && !signal?.aborted) {
      if (this.#ended) throw new HubClosing('The source is closing.');
      await new Promise<void>((resolve) => {
        this.#waiters.push(resolve);
        signal?.addEventListener('abort', () => { resolve(); }, { once: true });
      });
    }
  }

  #wake(): void {
    for (const wake of this.#waiters.splice(0)) wake();
  }
}

function awayFor(name: string, reason: string): Said {
  if (reason === 'vanished') {
    return () => t(
      'The folder of “{name}” is not there. Is its drive plugged in? Nothing is lost: its files wait, the other folders go on, and Alice takes it up by itself when it is back.',
      { name },
    );
  }
  return () => t(
    'The folder of “{name}” cannot be looked into: {reason, select, no_permission {Alice may not read it. Change its permissions.} timed_out {its drive does not answer.} other {its drive reports an error.}} Nothing is lost: its files wait, the other folders go on, and Alice takes it up by itself when it is back.',
    { name, reason },
  );
}

const calls = new PatientCalls({ limitMs: 3_000, width: 2 });

async function isMounted(path: string): Promise<boolean> {
  const [here, above] = await Promise.all([path, dirname(path)].map((each) => calls.run(() => stat(each), undefined, each)));
  return here?.dev !== above?.dev;
}

/**
 * Where a drive was mounted at the folder itself, pulling it out leaves an empty folder. Whether one was is kept with the log,
 * so that the empty folder is not taken for the source at the next start either.
 */
function unpluggedMount({ id, path, database, mountedAt = isMounted }: PresenceOptions): () => Promise<boolean> {
  const key = `source_mounted:${id}`;
  const read = database.prepare<[string], string>('SELECT value FROM about WHERE name = ?').pluck();
  const write = database.prepare<[string, string]>('INSERT OR REPLACE INTO about (name, value) VALUES (?, ?)');
  return async () => {
    const mounted = await mountedAt(path).catch(() => null);
    if (mounted === null) return false;
    const before = read.get(key) === path;
    if (before && !mounted && (await readdir(path).then((names) => names.length === 0, () => false))) return true;
    if (mounted !== before) {
      try {
        write.run(key, mounted ? path : '');
      } catch {
        // The log cannot be written at the moment: it is kept at the next look.
      }
    }
    return false;
  };
}
