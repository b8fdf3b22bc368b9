import { setTimeout as delay } from 'node:timers/promises';
import type { LyingFiles } from '@shared/library/lying-files';
import type { ReportBug } from '../kernel/report-bug';
import { stillLiesHere } from '../services/intake/outcomes';
import type { InboxFiles, InboxMemory } from '../services/intake/ports';

interface LyingOptions {
  readonly inbox: string;
  readonly files: Pick<InboxFiles, 'scan' | 'look'>;
  readonly memory: Pick<InboxMemory, 'entries' | 'wasRead'>;
  readonly reportBug: ReportBug;
  readonly restMs?: number;
  readonly freshMs?: number;
  readonly wantedMs?: number;
}

/** A hundred files take about two milliseconds; then others have their turn for so long. */
const atATime = 100;
const usualRestMs = 500;
/** So long a count holds before the inbox is looked through again, and so long it is gone on with for somebody who asked. */
const usualFreshMs = 1_000;
const usualWantedMs = 10_000;
const quickMs = 100;
const none: LyingFiles = { files: 0, whole: false };

/**
 * Counts files that lie in the inbox and that nobody has taken in, as while watching is paused. It is counted only while somebody
 * asks, a few files at a time, so that an inbox of any size holds up nothing; until it is through, there may be more.
 */
export class LyingInInbox {
  readonly #options: Required<LyingOptions>;
  readonly #end = new AbortController();
  #last = none;
  #asked = -Infinity;
  #counted = -Infinity;
  #counting: Promise<void> | null = null;

  constructor(options: LyingOptions) {
    this.#options = { restMs: usualRestMs, freshMs: usualFreshMs, wantedMs: usualWantedMs, ...options };
  }

  /** What is known now; of an inbox that is counted quickly, all of it. */
  async now(): Promise<LyingFiles> {
    const before = this.#asked;
    this.#asked = performance.now();
    // Who asks again after a while asks about another pause.
    if (this.#asked - before > this.#options.wantedMs) this.#last = none;
    if (this.#counting === null && this.#asked - this.#counted >= this.#options.freshMs && !this.#end.signal.aborted) {
      const ended = () => { this.#counting = null; };
      this.#counting = this.#count().then(ended, (error: unknown) => {
        ended();
        this.#counted = performance.now();
        this.#options.reportBug({ where: 'counting what lies in the inbox', error });
      });
    }
    if (!this.#last.whole && this.#counting !== null) await Promise.race([this.#counting, delay(quickMs)]);
    return this.#last;
  }

  /** Resolves when nothing is counted any more. */
  async end(): Promise<void> {
    this.#end.abort();
    await this.#counting;
  }

  async #count(): Promise<void> {
    const { inbox, files, restMs, wantedMs } = this.#options;
    let found = 0;
    let batch: string[] = [];
    for await (const sighting of files.scan(inbox)) {
      if (sighting.kind === 'path') batch.push(sighting.path);
      if (batch.length < atATime) continue;
      found += await this.#untaken(batch);
      batch = [];
      if (!this.#last.whole) this.#last = { files: found, whole: false };
      await delay(restMs, undefined, { signal: this.#end.signal }).catch(() => undefined);
      if (this.#end.signal.aborted || performance.now() - this.#asked > wantedMs) return;
    }
    this.#last = { files: found + (await this.#untaken(batch)), whole: true };
    this.#counted = performance.now();
  }

  /** How many of some files intake would take up. Those that wait in its own books are told there. */
  async #untaken(paths: readonly string[]): Promise<number> {
    const { files, memory } = this.#options;
    const entries = new Map(memory.entries(paths).map((entry) => [entry.file_path, entry]));
    let count = 0;
    for (const path of paths) {
      const entry = entries.get(path);
      if (entry !== undefined && entry.state !== 'filed' && entry.state !== 'duplicate' && entry.state !== 'set_aside') continue;
      const look = entry !== undefined && stillLiesHere(entry) ? await files.look(path) : null;
      if (look === null || (look.kind === 'file' && !memory.wasRead(path, look.identity))) count += 1;
    }
    return count;
  }
}
