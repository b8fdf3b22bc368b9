import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { EventDraft } from '@shared/events/define-event';
import { stampEvent } from '@shared/events/envelope';
import { ratingBandsChanged, ratingCleared, ratingGiven } from '@shared/events/rating-events';
import { t } from '@shared/language/language';
import type { AssetRecord } from '@shared/library/asset-record';
import type { BandsPreview } from '@shared/library/bands-preview';
import { defaultBands, type RatingBands, type Stars, starsFor } from '@shared/library/rating';
import type { Database } from 'better-sqlite3';
import { uuidv7 } from 'uuidv7';
import type { EventBus } from '../bus/event-bus';
import type { Lifetime } from '../kernel/lifetime';
import type { EventLog } from '../log/event-log';
import { AssetNames } from '../projections/asset-names';
import { type BandsSet, bandsIn } from '../projections/bands-table';
import type { LibraryQueries } from '../projections/library-queries';
import { RatedAssets } from '../projections/rated-assets';
import type { Ratings } from '../services/ratings/ports';
import type { Refiling } from '../services/refiling/ports';
import { refileOnRatingIn } from './rating-settings';
import { placesByStars } from './ratings-place';
import { previewOfBands } from './ratings-preview';

/** What a hub can do with ratings. */
export interface HubRatings {
  /**
   * Gives pictures and videos a person's own rating; 0 takes it away. Ratings of one batch are one entry of the history.
   * Resolves when they are recorded; files follow. @throws RatingError
   */
  readonly rate: (contentHashes: readonly string[], stars: Stars | 0, batchId?: string) => Promise<RatingsGiven>;
  /** The limits between the stars that hold. */
  readonly bands: () => RatingBands;
  /** What other limits would change. Nothing is touched. */
  readonly previewBands: (bands: RatingBands) => BandsPreview;
  /** Moves the limits. Resolves with what it changed when every measured rating is derived anew; files follow. */
  readonly setBands: (bands: RatingBands) => Promise<BandsPreview>;
  /** The filed files that a path, also one below the organized folder, a file's name, or a content hash or its beginning can mean. */
  readonly meant: (text: string) => readonly AssetRecord[];
  /** How many filed files have each rating, and the scores behind the measured ones, the cleanest first. */
  readonly ratingsNow: () => { readonly stars: ReturnType<RatedAssets['counts']>; readonly scores: readonly number[] };
}

export interface RatingsGiven {
  readonly batch_id: string;
  /** How many pictures had another own rating before. */
  readonly changed: number;
}

/** A rating that cannot be given; the message is a sentence for the person. */
export class RatingError extends Error {
  override readonly name = 'RatingError';
}

interface Words {
  readonly draft: EventDraft;
  /** A new one, when left out. */
  readonly story?: string;
}

export interface RatingParts {
  readonly organized: string;
  readonly dataFolder: string;
  readonly bus: EventBus;
  readonly lifetime: Lifetime;
  readonly projections: Database;
  readonly log: EventLog;
  readonly library: LibraryQueries;
  /** The limits of the library that a dry run rehearses with. */
  readonly rehearsedBands: BandsSet | null;
  /** As the data folder says, when left out. */
  readonly refileOnRating: (() => boolean) | undefined;
  /** Whether the ratings service has dealt with an event, or will not before something else has happened. */
  readonly dealtWith: (sequence: number) => boolean;
}

export interface OpenedRatings {
  readonly offers: HubRatings;
  /** What the services that follow ratings ask. */
  readonly asked: Ratings & Refiling;
  /** How many measured ratings other limits would change. */
  readonly changedBy: (bands: RatingBands) => number;
}

export function openRatings(parts: RatingParts): OpenedRatings {
  const { organized, projections, log, library, bus, lifetime } = parts;
  const kept = refileOnRatingIn(parts.dataFolder);
  const refileOnRating = parts.refileOnRating ?? (() => kept);
  let ended = false;
  lifetime.add(() => { ended = true; });
  const person = { source: 'desktop', actor: 'user' };
  const say = (words: readonly Words[]) =>
    bus.publish(words.map(({ draft, story }) => stampEvent(draft, { ...person, ...(story !== undefined && { correlation_id: story }) })));
  const rated = new RatedAssets(projections);
  const names = new AssetNames(projections);
  const placeByStars = placesByStars(organized);
  let set = parts.rehearsedBands ?? bandsIn(projections);
  log.onCommit((events) => {
    const last = events.findLast((event) => event.event_type === 'rating.bands_changed');
    if (last?.event_type === 'rating.bands_changed') set = last.data;
  });
  const bands = () => set?.bands ?? defaultBands;

  const preview = (wanted: RatingBands): BandsPreview =>
    previewOfBands(wanted, {
      organized, placeByStars, previous: bands(), rated: rated.all(), refile: refileOnRating(),
      pathOf: (hash) => library.asset(hash)?.path ?? null,
    });

  const give = async (hashes: readonly string[], stars: Stars | 0, batch_id: string) => {
    const words = [...new Set(hashes)].flatMap((content_hash): Words[] => {
      const asset = library.asset(content_hash);
      if (asset === null) {
        throw new RatingError(t('Alice knows no picture {hash}…, so nothing was rated. Is it from another library?', { hash: content_hash.slice(0, 12) }));
      }
      const before = asset.own_stars;
      if ((before ?? 0) === stars) return [];
      if (stars > 0) return [{ draft: ratingGiven({ content_hash, stars, previous_stars: before, batch_id }), story: asset.story_id }];
      return before === null ? [] : [{ draft: ratingCleared({ content_hash, previous_stars: before, batch_id }), story: asset.story_id }];
    });
    if (words.length > 0) await say(words);
    return { batch_id, changed: words.length };
  };

  // One after the other: what a picture's rating was before is known when the rating before is recorded.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };

  const change = async (wanted: RatingBands): Promise<BandsPreview> => {
    const change = preview(wanted);
    if (wanted.every((limit, i) => limit === change.previous_bands[i])) return change;
    const { previous_bands, changed } = change;
    const draft = ratingBandsChanged({ change_id: uuidv7(), bands: wanted, previous_bands, ratings_changed: changed });
    const [event] = await say([{ draft }]);
    while (event !== undefined && !ended && !parts.dealtWith(event.sequence)) await delay(2);
    return change;
  };

  return {
    offers: {
      bands,
      previewBands: preview,
      rate: (hashes, stars, batchId = uuidv7()) => inTurn(() => give(hashes, stars, batchId)),
      setBands: (wanted) => inTurn(() => change(wanted)),
      meant: (text) => names.meant(text, [resolve(text), join(organized, text)]).flatMap((hash) => library.asset(hash) ?? []),
      ratingsNow: () => ({ stars: rated.counts(), scores: rated.scores() }),
    },
    changedBy: (wanted) => rated.all().filter(({ brisque, measured }) => starsFor(brisque, wanted) !== measured).length,
    asked: {
      bands: () => ({ bands: bands(), change_id: set?.change_id ?? null }),
      measured: () => rated.all(),
      measuredOf: (content_hash) => {
        const asset = library.asset(content_hash);
        if (!asset || asset.path === null || asset.brisque === null || asset.measured_stars === null) return null;
        return { content_hash, brisque: asset.brisque, measured: asset.measured_stars };
      },
      belongsAt: (content_hash) => {
        const asset = refileOnRating() ? library.asset(content_hash) : null;
        if (!asset || asset.path === null || asset.missing !== null) return null;
        return placeByStars(rated.placementOf(content_hash), asset.stars);
      },
      refilingsOf: (subject) => log.reader.find({
        subject, types: ['asset.refile_requested', 'asset.refiled', 'asset.refile_refused'], limit: Number.MAX_SAFE_INTEGER,
      }),
    },
  };
}
