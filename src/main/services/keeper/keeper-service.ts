import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { assetAdopted, assetMissing, assetMoved, assetReturned } from '@shared/events/care-events';
import type { EventDraft } from '@shared/events/define-event';
import { t } from '@shared/language/language';
import { defineService, type Service } from '../../kernel/define-service';
import { Lifetime } from '../../kernel/lifetime';
import { defineManifest } from '../../kernel/manifest';
import type { ReportBug } from '../../kernel/report-bug';
import { changedBefore, rememberAt } from './loose-files';
import { type PathFacts, pathFacts } from './path-facts';
import type { FiledAsset, OrganizedFiles, OrganizedMemory, WatchOrganized } from './ports';
import { type Away, type Moved, survey, type Survey, type SurveyWish } from './survey';

/** Something to say of an asset, in the story that filed it; in a new one when it has none. */
export interface Said {
  readonly draft: EventDraft;
  readonly story_id: string | null;
}

export interface KeeperOptions {
  readonly organized: string;
  readonly files: OrganizedFiles;
  readonly memory: OrganizedMemory;
  /** Says events, all of them or none. */
  readonly announce: (said: readonly Said[]) => Promise<void>;
  readonly reportBug: ReportBug;
  /** How long a file must be away before that is said: it may be on its way to another place. */
  readonly settleMs?: number;
  /** How long hints are gathered before they are looked into. */
  readonly hintsMs?: number;
}

const sayAtOnce = 500;

export const keeperManifest = defineManifest({
  name: 'keeper',
  summary: 'Notices what became of organized files outside Alice: moved, renamed, replaced, gone or back again.',
  consumes: ['asset.organized', 'asset.refiled', 'asset.unfiled', 'asset.adopted', 'hub.woke', 'hub.resumed'],
  publishes: [assetMoved, assetMissing, assetReturned, assetAdopted],
});

/** Keeps the library true to the organized folder. It looks and says what it found; it never touches a file. */
export class Keeper {
  readonly #options: KeeperOptions;
  readonly #lifetime = new Lifetime();
  readonly #stop = new AbortController();
  /** One survey at a time; the next waits for the one before. */
  #turn: Promise<unknown> = Promise.resolve();
  #scans = 0;
  #everythingSoon = false;
  #hints = new Set<string>();
  #gathering: NodeJS.Timeout | null = null;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#lifetime.add(async () => {
      this.#stop.abort();
      if (this.#gathering) clearTimeout(this.#gathering);
      await this.#turn.catch(() => undefined);
    });
  }

  readonly service = (): Service =>
    defineService({
      ...keeperManifest,
      concurrency: 8,
      on: {
        'asset.organized': ({ data, timestamp }) => this.#lies(data.destination_path, data.content_hash, timestamp),
        'asset.adopted': ({ data, timestamp }) => this.#lies(data.file_path, data.content_hash, timestamp),
        'asset.refiled': ({ data, timestamp }) => {
          this.#options.memory.forget(data.from_path);
          return this.#lies(data.to_path, data.content_hash, timestamp);
        },
        'asset.unfiled': ({ data }) => { this.#options.memory.forget(data.organized_path); },
        'hub.woke': ({ timestamp }) => { if (isNews(timestamp)) this.scanSoon(); },
        'hub.resumed': ({ timestamp }) => { if (isNews(timestamp)) this.scanSoon(); },
      },
    });

  get idle(): boolean {
    return this.#scans === 0 && this.#gathering === null;
  }

  /** Looks without saying anything. */
  survey(wish: SurveyWish = {}): Promise<Survey> {
    const turn = this.#turn.then(() => {
      if (wish.paths === undefined) this.#everythingSoon = false;
      return survey(this.#options.files, this.#options.memory, wish);
    });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Looks at everything, or at some paths, and says what has become of the files there. */
  async scan(paths?: readonly string[]): Promise<void> {
    this.#scans += 1;
    const { signal } = this.#stop;
    try {
      const first = await this.survey({ paths, signal });
      await this.#sayFound(first);
      const news = first.away.filter(({ asset, reason }) => asset.missing !== reason);
      if (news.length === 0) return;
      await delay(this.#options.settleMs ?? 2_000, undefined, { signal });
      const again = await this.survey({ paths: news.map(({ asset }) => asset.path), signal });
      await this.#sayFound(again);
      const before = new Map(news.map(({ asset, reason }) => [asset.content_hash, reason]));
      await this.#sayAway(again.away.filter(({ asset, reason }) => before.get(asset.content_hash) === reason));
      // What is in between, gone first and then replaced, is looked at with the next scan.
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.#scans -= 1;
    }
  }

  /** The same without waiting for it. */
  scanSoon(paths?: readonly string[]): void {
    // A scan of everything that has not begun yet will see what this one would.
    if (this.#lifetime.ended || this.#everythingSoon) return;
    this.#everythingSoon = paths === undefined;
    this.scan(paths).catch((error: unknown) => { this.#options.reportBug({ where: 'keeper at the scan of the organized folder', error }); });
  }

  /** Watches the organized folder. What changes there is looked at; the result stops it. */
  watch(watchOrganized: WatchOrganized): Promise<() => void> {
    const { organized, reportBug, hintsMs = 1_000 } = this.#options;
    return watchOrganized(organized, {
      changed: (path) => {
        if (this.#lifetime.ended) return;
        this.#hints.add(path);
        this.#gathering ??= setTimeout(() => {
          this.#gathering = null;
          const hints = this.#hints;
          this.#hints = new Set();
          this.scanSoon([...hints]);
        }, hintsMs);
      },
      failed: (error) => { reportBug({ where: 'keeper at the watcher', error }); },
    });
  }

  /** Says of these files, which a person was shown, what was found of them. */
  async record(found: Pick<Survey, 'returned' | 'moved' | 'away'>): Promise<void> {
    await this.#sayFound(found);
    await this.#sayAway(found.away);
  }

  /**
   * Takes a file into the library that lies in the organized folder without a history, if it still holds those bytes.
   * Resolves with a sentence when it cannot.
   */
  async adopt(path: string, contentHash: string, factsOf: (path: string) => Promise<PathFacts>): Promise<string | null> {
    const { files, memory, announce, organized } = this.#options;
    const reading = await files.read(path);
    if (reading.kind === 'unknown') return reading.message;
    if (reading.kind !== 'read' || reading.content_hash !== contentHash) return t('It has changed since it was checked. Check again.');
    if (reading.media_type === null) return t('It is no picture or video that Alice knows.');
    const facts = pathFacts(organized, path) ?? (await factsOf(path));
    const asset = memory.asset(contentHash);
    if (asset?.missing === null) return t('The same bytes are in the library already, at {path}.', { path: asset.path });
    const { size: file_size } = reading.sight;
    const draft = assetAdopted({ content_hash: contentHash, file_path: path, file_size, media_type: reading.media_type, ...facts });
    await announce([{ draft, story_id: null }]);
    return null;
  }

  end(): Promise<void> {
    return this.#lifetime.end();
  }

  async #sayFound({ returned, moved }: Pick<Survey, 'returned' | 'moved'>): Promise<void> {
    await this.#say(returned, (asset) => asset, ({ content_hash, path }) => assetReturned({ content_hash, file_path: path }));
    await this.#say(moved, ({ asset }) => asset, ({ asset, to, sidecars }) => {
      this.#remember(asset, { asset, to, sidecars });
      return assetMoved({ content_hash: asset.content_hash, from_path: asset.path, to_path: to.path, sidecars: [...sidecars] });
    });
  }

  async #sayAway(away: readonly Away[]): Promise<void> {
    const news = away.filter(({ asset, reason }) => asset.missing !== reason);
    await this.#say(news, ({ asset }) => asset, ({ asset, reason }) =>
      assetMissing({ content_hash: asset.content_hash, file_path: asset.path, reason }));
  }

  #remember({ path, content_hash }: FiledAsset, { to }: Moved): void {
    const { memory } = this.#options;
    if (memory.known(path)?.content_hash === content_hash) memory.forget(path);
    rememberAt(memory, to.path, to.sight, content_hash);
  }

  /** Says only what is still so: not of assets that were filed elsewhere, or are about to be, since they were looked at. */
  async #say<T>(found: readonly T[], assetOf: (each: T) => FiledAsset, draftOf: (each: T) => EventDraft): Promise<void> {
    const { memory, announce } = this.#options;
    for (let i = 0; i < found.length; i += sayAtOnce) {
      await nextTurn();
      const busy = memory.underway();
      const said = found.slice(i, i + sayAtOnce).flatMap((each): Said[] => {
        const then = assetOf(each);
        const now = memory.asset(then.content_hash);
        const holds = now !== null && now.path === then.path && now.missing === then.missing && !busy.hashes.has(then.content_hash);
        return holds ? [{ draft: draftOf(each), story_id: now.story_id }] : [];
      });
      if (said.length > 0) await announce(said);
    }
  }

  /** Alice put this file here and said so. If it has not changed since, it need not be read again. */
  async #lies(path: string, content_hash: string, saidAt: string): Promise<void> {
    const { files, memory } = this.#options;
    const sight = await files.look(path);
    if (sight.kind !== 'file' || !changedBefore(sight, saidAt)) return;
    const { identity, node } = sight;
    memory.remember(path, { identity, node, content_hash });
  }
}

/** What woke it at an earlier run is over. */
function isNews(timestamp: string): boolean {
  return Date.now() - Date.parse(timestamp) < 60_000;
}
