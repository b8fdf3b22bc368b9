import { setTimeout as delay } from 'node:timers/promises';
import { assetRefileRequested } from '@shared/events/care-events';
import type { RecordedEvent } from '@shared/events/catalog';
import type { EventDraft } from '@shared/events/define-event';
import { t } from '@shared/language/language';
import { SaidError } from '@shared/language/said';
import type { AssetRecord } from '@shared/library/asset-record';
import type { OwnRule } from '@shared/library/own-rule';
import type { ReadAgainProgress, ReadAgainReport, ReadAgainTrouble, ReadAgainWish, RefileReport } from '@shared/library/read-again';
import type { Database } from 'better-sqlite3';
import type { EventLog } from '../log/event-log';
import { FiledAssets } from '../projections/filed-assets';
import type { ReadAsset } from '../services/assets/assets-service';
import { readAsBefore } from '../services/assets/known-reading';
import { readAgain } from '../services/assets/read-again';
import { belongsElsewhere } from './misfiled';
import { readerName } from './source-rules';

export interface ReadAgainOptions {
  /** Stops after the files that have been begun. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadAgainProgress) => void;
  readonly onTrouble?: (trouble: ReadAgainTrouble) => void;
}

/** Filed files are read anew, and moved where they then belong. */
export interface HubReadAgain {
  /** @throws AlreadyReadingError */
  readonly readAgain: (wish: ReadAgainWish, options?: ReadAgainOptions) => Promise<ReadAgainReport>;
  /** Asks that files which belong elsewhere by now be moved there, and resolves when all have been, or have been refused. */
  readonly refile: (wish: ReadAgainWish, options?: Pick<ReadAgainOptions, 'signal'>) => Promise<RefileReport>;
  /** Tries one own rule on a filed file. Nothing is said or kept. */
  readonly tryRule: (contentHash: string, rule: OwnRule) => Promise<RuleTried>;
}

/** Whether a rule fits a file, with what stands there; or why the file cannot be read. */
export type RuleTried = { readonly fits: string | null } | { readonly problem: string };

export class AlreadyReadingError extends SaidError {
  override readonly name = 'AlreadyReadingError';

  constructor() {
    super(() => t('Metadata is being read anew already. Wait until that is through, or stop it.'));
  }
}

export interface ReadAgainParts {
  readonly organized: string;
  readonly projections: Database;
  readonly log: EventLog;
  readonly read: ReadAsset;
  readonly assetOf: (contentHash: string) => AssetRecord | null;
  readonly ownRules: () => readonly OwnRule[];
  /** Looks after files that are missing or hold other bytes by now. */
  readonly lookThrough: () => Promise<void>;
  /** Says an event in a story, as the reader or as the person who asked. */
  readonly say: (draft: EventDraft, by: 'reader' | 'person', storyId: string) => Promise<void>;
  /** Whether services work on something now. */
  readonly isBusy: () => boolean;
  /** How many files are read at once. */
  readonly concurrency: number;
}

const troublesKept = 200;
const rememberedAtOnce = 50;
/** Requests to move files that are under way at once. */
const refiledAtOnce = 100;

export function openReadAgain(parts: ReadAgainParts): HubReadAgain & { end(): Promise<void> } {
  const { log, organized } = parts;
  const filed = new FiledAssets(parts.projections);
  const historyOf = (hash: string) => log.reader.aboutSubject(hash);
  const ending = new AbortController();
  let working: Promise<unknown> | null = null;

  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    if (working !== null) return Promise.reject(new AlreadyReadingError());
    const mine = work().finally(() => { working = null; });
    working = mine.catch(() => undefined);
    return mine;
  };

  const settled = async () => {
    while (parts.isBusy() && !ending.signal.aborted) await delay(5);
  };

  const read = async (wish: ReadAgainWish, { signal, onProgress, onTrouble }: ReadAgainOptions): Promise<ReadAgainReport> => {
    await parts.lookThrough();
    const name = readerName(parts.ownRules());
    const reader = wish.all ? null : name;
    const total = filed.count(wish, reader);
    const read_before = filed.count(wish, null) - total;
    const began = performance.now();
    const counts = { changed: 0, same: 0, missing: 0, failed: 0 };
    const troubles: ReadAgainTrouble[] = [];
    let fresh: string[] = [];
    const progress = (): ReadAgainProgress => {
      const done = counts.changed + counts.same + counts.missing + counts.failed;
      return { total, done, ...counts, files_per_second: done / Math.max(0.001, (performance.now() - began) / 1_000) };
    };
    const stop = AbortSignal.any([ending.signal, ...(signal ? [signal] : [])]);
    onProgress?.(progress());
    try {
      await readAgain({
        assets: upTo(filed.assets(wish, reader), total),
        read: parts.read, historyOf, concurrency: parts.concurrency, signal: stop,
        say: (draft, storyId) => parts.say(draft, 'reader', storyId),
        done: ({ content_hash, path }, outcome) => {
          counts[outcome.kind] += 1;
          if ('message' in outcome) {
            const trouble = { path: path ?? content_hash, message: outcome.message };
            if (troubles.length < troublesKept) troubles.push(trouble);
            onTrouble?.(trouble);
          } else if (fresh.push(content_hash) >= rememberedAtOnce) fresh = (filed.remember(name, fresh), []);
          onProgress?.(progress());
        },
      });
    } finally {
      filed.remember(name, fresh);
    }
    await settled();
    const elsewhere = count(misfiled(wish));
    return { ...progress(), read_before, stopped: stop.aborted && progress().done < total, elsewhere, troubles };
  };

  function* misfiled(wish: ReadAgainWish) {
    for (const asset of filed.assets(wish, null)) {
      const place = belongsElsewhere(asset, historyOf, organized);
      if (place !== null) yield { asset, place };
    }
  }

  const refile = async (wish: ReadAgainWish, { signal }: Pick<ReadAgainOptions, 'signal'>): Promise<RefileReport> => {
    const after = log.reader.lastSequence;
    const asked = new Set<string>();
    const requests = [...misfiled(wish)].map(({ asset, place }) => ({ story: asset.story_id, draft: assetRefileRequested({ content_hash: asset.content_hash, ...place, reason: 'metadata' }) }));
    for (let at = 0; at < requests.length && !signal?.aborted && !ending.signal.aborted; at += refiledAtOnce) {
      const batch = requests.slice(at, at + refiledAtOnce);
      await Promise.all(batch.map(({ draft, story }) => parts.say(draft, 'person', story)));
      for (const { draft } of batch) asked.add(draft.data.content_hash);
      await settled();
    }
    const answers = log.reader.find({ types: ['asset.refiled', 'asset.refile_refused'], after, limit: Number.MAX_SAFE_INTEGER });
    const ours = answers.filter(({ subject }) => subject !== null && asked.has(subject));
    return { refiled: ours.filter(({ event_type }) => event_type === 'asset.refiled').length, refused: ours.flatMap(refusalOf) };
  };

  const tryRule = async (contentHash: string, rule: OwnRule): Promise<RuleTried> => {
    const asset = parts.assetOf(contentHash);
    if (asset === null || asset.path === null) return { problem: t('This picture is not filed, so there is no file to try the rule on.') };
    const found = await parts.read(asset.path, { ...readAsBefore(asset, historyOf(contentHash)), ownRules: [rule] });
    if (found.kind === 'trouble') return { problem: found.reason === 'vanished' ? t('The file is not where it was filed.') : found.message };
    return { fits: found.inspection.provenance.evidence.find(({ kind }) => kind === 'own-rule')?.excerpt ?? null };
  };

  return {
    tryRule,
    readAgain: (wish, options = {}) => alone(() => read(wish, options)),
    refile: (wish, options = {}) => alone(() => refile(wish, options)),
    async end() {
      ending.abort();
      await working;
    },
  };
}

/** No more than so many: what is filed meanwhile was read a moment ago. */
function* upTo<T>(all: Iterable<T>, most: number): Generator<T> {
  let left = most;
  for (const each of all) {
    if (left <= 0) return;
    left -= 1;
    yield each;
  }
}

function count(all: Iterable<unknown>): number {
  let number = 0;
  for (const each of all) if (each !== undefined) number += 1;
  return number;
}

function refusalOf(event: RecordedEvent): ReadAgainTrouble[] {
  return event.event_type === 'asset.refile_refused' ? [{ path: event.data.file_path, message: event.data.message }] : [];
}
