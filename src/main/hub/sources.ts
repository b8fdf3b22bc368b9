import { resolve } from 'node:path';
import type { Source, SourceNow } from '@shared/library/source';
import type { LogReader } from '../log/log-reader';
import type { Intake } from '../services/intake/intake-service';
import { isBelow } from '../services/intake/project-of';
import { OpenSource, type SourceTools, withdrawAll } from './open-source';

/** The part of a hub that watches folders beside the inbox. */
export interface HubSources {
  /** Every source as it is now. */
  list(): readonly SourceNow[];
  /** Works with these from now on; what those said that are not among them any more, and never took, is withdrawn. */
  apply(sources: readonly Source[]): Promise<void>;
  /** Why a folder cannot become a source now, as a sentence; null when it can. */
  problemWith(source: Source): Promise<string | null>;
}

export interface SourcesOptions extends SourceTools {
  readonly sources: readonly Source[];
  readonly inbox: string;
  readonly reader: LogReader;
  /** What is done with files of the inbox. */
  readonly operation: () => 'copy' | 'move';
  /** False where files are only known, not taken: for commands that look after what was filed. */
  readonly take: boolean;
}

/** All sources of a hub, each with an intake of its own. */
export class Sources {
  readonly #options: SourcesOptions;
  /** Folders that were sources once: what was found in them goes its way, copied. */
  readonly #former: Set<string>;
  #open: OpenSource[];
  #watch: boolean | null = null;
  #busy = 0;
  #last: Promise<void> = Promise.resolve();
  #ended = false;

  constructor(options: SourcesOptions) {
    this.#options = options;
    this.#open = options.sources.map((source) => this.#opened(atItsPath(source)));
    this.#former = new Set(
      options.reader.find({ types: ['source.removed'], limit: 10_000, newestFirst: true })
        .flatMap((event) => (event.event_type === 'source.removed' ? [event.data.path] : [])),
    );
  }

  /** True when no file of a source that can be reached is being looked at. */
  get idle(): boolean {
    return this.#busy === 0 && this.#open.every((each) => each.idle);
  }

  list(): readonly SourceNow[] {
    const { library, take } = this.#options;
    return this.#open.map(({ source, refused, presence }): SourceNow => {
      const state = stateOf(source.enabled && take, refused, presence.closed);
      const sentence = source.enabled ? (refused ?? presence.sentence) : null;
      return { ...source, state, sentence, ...library.unfinishedBelow(source.path) };
    });
  }

  async apply(sources: readonly Source[]): Promise<void> {
    const opened = await this.#inTurn(() => this.#apply(sources));
    // What lies in a new one is taken in without anyone waiting for it.
    void this.#beginAll(opened);
  }

  /** Takes in what lies in all of them. Resolves when each was looked through once; what one is in trouble with holds up no other. */
  async takeIn(watch: boolean): Promise<void> {
    if (!this.#options.take) return;
    this.#watch = watch;
    await this.#beginAll(await this.#inTurn(async () => {
      await this.#withdrawFormer();
      return this.#open;
    }));
  }

  async pause(): Promise<void> {
    this.#watch = null;
    await Promise.all(this.#open.map((each) => each.pause()));
  }

  async end(): Promise<void> {
    this.#ended = true;
    await Promise.all(this.#open.map((each) => each.end()));
    await this.#last;
  }

  /** Whose business a file is; null when no source's. */
  intakeOf(path: string): Intake | null {
    return isBelow(this.#options.inbox, path) ? null : (this.#of(path)?.intake ?? null);
  }

  /** A source that is copied from is never changed, nor is a folder that is none any more. */
  operationFor(path: string): 'copy' | 'move' {
    const { inbox, operation } = this.#options;
    if (isBelow(inbox, path)) return operation();
    return this.#of(path)?.source.operation ?? 'copy';
  }

  /** Whether a file belongs to a source that cannot be reached. */
  isAway(path: string): boolean {
    return this.#of(path)?.presence.closed ?? false;
  }

  /** Whether files of a folder are filed here. */
  knows(folder: string): boolean {
    return folder === resolve(this.#options.inbox) || this.#former.has(folder) || this.#open.some(({ source }) => source.path === folder);
  }

  #of(path: string): OpenSource | undefined {
    return this.#open.find(({ source }) => isBelow(source.path, path));
  }

  #opened(source: Source): OpenSource {
    const { reader } = this.#options;
    return new OpenSource(source, this.#options, () => {
      const [said] = reader.find({ types: ['source.missing', 'source.returned'], subject: source.id, limit: 1, newestFirst: true });
      return said?.event_type === 'source.missing';
    });
  }

  async #apply(wanted: readonly Source[]): Promise<readonly OpenSource[]> {
    if (this.#ended) return [];
    const next = wanted.map(atItsPath);
    const kept = this.#open.filter(({ source }) => next.some((each) => isSame(each, source)));
    const over = this.#open.filter((each) => !kept.includes(each));
    await Promise.all(over.map((each) => each.end()));
    for (const { source } of over) this.#former.add(source.path);
    this.#open = next.map((source) => kept.find((each) => isSame(each.source, source)) ?? this.#opened(source));
    await this.#withdrawFormer();
    this.#options.changed();
    return this.#open.filter((each) => !kept.includes(each));
  }

  async #beginAll(sources: readonly OpenSource[]): Promise<void> {
    this.#busy += 1;
    await Promise.all(sources.map((each) => this.#begin(each)));
    this.#busy -= 1;
  }

  async #begin(source: OpenSource): Promise<void> {
    try {
      if (this.#watch !== null) await source.takeIn(this.#watch);
    } catch (error) {
      if (!this.#ended) this.#options.reportBug({ where: `the source ${source.source.name}`, error });
    }
  }

  async #withdrawFormer(): Promise<void> {
    for (const folder of this.#former) {
      if (folder === this.#options.inbox || this.#open.some(({ source }) => touches(source.path, folder))) continue;
      if (isBelow(folder, this.#options.inbox) || isBelow(this.#options.inbox, folder)) continue;
      await withdrawAll(folder, this.#options.memory(folder), this.#options.announce);
    }
  }

  /** One change after the other: none comes upon a source that another is about to end. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#busy += 1;
    const done = this.#last.then(work).finally(() => { this.#busy -= 1; });
    this.#last = done.then(() => undefined, () => undefined);
    return done;
  }
}

function stateOf(on: boolean, refused: string | null, missing: boolean): SourceNow['state'] {
  if (!on) return 'paused';
  if (refused !== null) return 'refused';
  return missing ? 'missing' : 'watching';
}

/** A path as all paths below it begin, however a person wrote it. */
function atItsPath(source: Source): Source {
  return { ...source, path: resolve(source.path) };
}

function touches(one: string, other: string): boolean {
  return one === other || isBelow(one, other) || isBelow(other, one);
}

/** Whether nothing about a source has changed; the number that it stands at does not count. */
function isSame(one: Source, other: Source): boolean {
  const keys = Object.keys(one) as (keyof Source)[];
  return keys.every((key) => one[key] === other[key]);
}
