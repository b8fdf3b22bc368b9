import type { EventDraft } from '@shared/events/define-event';
import { picturesCompared } from '@shared/events/rating-events';
import { t } from '@shared/language/language';
import { enoughComparisons } from '@shared/library/elo';
import type { LibraryFilter } from '@shared/library/library-filter';
import { type NextPair, rankingShown } from '@shared/library/preference';
import { nextPair } from '@shared/library/preference-pair';
import type { Database } from 'better-sqlite3';
import { uuidv7 } from 'uuidv7';
import type { AssetSearch } from '../projections/asset-search';
import { EloStandings } from '../projections/elo-standings';
import type { LibraryQueries } from '../projections/library-queries';

/** What people prefer, asked by showing two pictures at a time. */
export interface HubPreference {
  /** Says that a person preferred one of two, or neither. @throws ComparisonError */
  compare(wish: Comparison): Promise<void>;
  /** The two to choose between next among those that are wanted, and how all of them rank by now. */
  nextPair(filter: LibraryFilter, not: readonly string[]): Promise<NextPair>;
}

export interface Comparison {
  readonly winner_hash: string;
  readonly loser_hash: string;
  readonly draw: boolean;
  /** Whether names and ratings were hidden. */
  readonly blind: boolean;
}

/** Two that cannot be compared; the message is a sentence for the person. */
export class ComparisonError extends Error {
  override readonly name = 'ComparisonError';
}

export interface PreferenceParts {
  readonly projections: Database;
  readonly library: LibraryQueries;
  readonly pictures: AssetSearch;
  /** Says something on behalf of a person. */
  readonly say: (draft: EventDraft) => Promise<void>;
}

export function openPreference({ projections, library, pictures, say }: PreferenceParts): HubPreference {
  const standings = new EloStandings(projections);

  const wantedOf = async (filter: LibraryFilter): Promise<Uint32Array> => {
    const picturesOnly = onlyOf(filter, 'media', 'image');
    const thereOnly = onlyOf(filter, 'state', 'present');
    if (picturesOnly === null || thereOnly === null) return new Uint32Array(0);
    const { ids } = await pictures.find({ ...filter, media: picturesOnly, state: thereOnly }, { by: 'filed', descending: true });
    return ids;
  };

  return {
    async compare({ winner_hash, loser_hash, draw, blind }) {
      if (winner_hash === loser_hash) throw new ComparisonError(t('A picture cannot be compared with itself, so nothing was noted.'));
      for (const hash of [winner_hash, loser_hash]) {
        const asset = library.asset(hash);
        if (asset === null || asset.filed_sequence === null) {
          throw new ComparisonError(t('The picture {hash}… is not in the library any more, so nothing was noted. Choose between two others.', { hash: hash.slice(0, 12) }));
        }
        if (asset.media_type !== 'image') {
          throw new ComparisonError(t('{name} is a video. Only pictures are compared, so nothing was noted.', { name: asset.file_name }));
        }
      }
      await say(picturesCompared({ comparison_id: uuidv7(), winner_hash, loser_hash, draw, blind }));
    },

    async nextPair(filter, not) {
      const wanted = await wantedOf(filter);
      const isWanted = new Set(wanted);
      const compared = standings.compared().filter(({ id }) => isWanted.has(id));
      const pairs = standings.pairs().filter(([a, b]) => isWanted.has(a) && isWanted.has(b));
      const pair = nextPair({
        wanted,
        standings: new Map(compared.map((each) => [each.id, each])),
        met: metIn(pairs),
        not: not.flatMap((hash) => pictures.idOf(hash) ?? []),
        random: Math.random,
      });
      const hashes = pair?.flatMap((id) => standings.hashOf(id) ?? []) ?? [];
      const [left, right] = hashes;
      return {
        pair: left === undefined || right === undefined ? null : [left, right],
        ranking: compared.slice(0, rankingShown).map(({ content_hash, elo, comparisons }) => ({ content_hash, elo, comparisons })),
        done: pairs.length,
        enough: enoughComparisons(wanted.length),
      };
    },
  };
}

/** One value of a facet and no other; null when it was not among those that are wanted. */
function onlyOf(filter: LibraryFilter, facet: 'media' | 'state', value: string): string[] | null {
  const chosen = filter[facet] ?? [];
  return chosen.length === 0 || chosen.includes(value) ? [value] : null;
}

function metIn(pairs: readonly (readonly [number, number])[]): Map<number, Set<number>> {
  const met = new Map<number, Set<number>>();
  for (const [a, b] of pairs) {
    for (const [one, other] of [[a, b], [b, a]] as const) {
      const others = met.get(one);
      if (others === undefined) met.set(one, new Set([other]));
      else others.add(other);
    }
  }
  return met;
}
