import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventDraft } from '@shared/events/define-event';
import { stackDecided } from '@shared/events/rating-events';
import { t } from '@shared/language/language';
import { factsOf } from '@shared/library/asset-facts';
import type { LibraryCard } from '@shared/library/library-answer';
import { defaultSort } from '@shared/library/library-filter';
import { type Stack, type StackDistance, stackDistances, type StacksAnswer, stacksShown, type StackWish } from '@shared/library/stacks';
import type { Database } from 'better-sqlite3';
import { uuidv7 } from 'uuidv7';
import type { FingerprintOf } from '../adapters/media/media-ports';
import type { ReportBug } from '../kernel/report-bug';
import type { AssetSearch } from '../projections/asset-search';
import { Fingerprints } from '../projections/fingerprints';
import type { LibraryQueries } from '../projections/library-queries';
import { StackPictures } from '../projections/stacks-pictures';
import type { AssessImage } from '../services/quality/quality-service';
import type { HubRatings } from './ratings';
import { Looking } from './stacks-looking';

/** Pictures that look nearly the same are suggested; what becomes of them a person says. */
export interface HubStacks {
  /** Suggests, and has those looked at that have not been. With words only stacks in which a picture holds them. */
  findStacks(distance: StackDistance, words?: string): Promise<StacksAnswer>;
  /**
   * Keeps the best, and gives the others one star of the person's own, or keeps all. Files stay where they are, unless they
   * are to follow their ratings. The two are one entry of the history. @throws StackError
   */
  decideStack(wish: StackWish): Promise<{ readonly batch_id: string }>;
}

/** Something that cannot be decided about; the message is a sentence for the person. */
export class StackError extends Error {
  override readonly name = 'StackError';
}

export interface StackParts {
  readonly projections: Database;
  readonly library: LibraryQueries;
  readonly pictures: AssetSearch;
  readonly rate: HubRatings['rate'];
  /** Null for a rehearsal, which looks at nothing. */
  readonly fingerprintOf: FingerprintOf | null;
  readonly atOnce: () => number;
  readonly reportBug: ReportBug;
  /** Says something on behalf of a person. */
  readonly say: (draft: EventDraft) => Promise<void>;
}

export interface OpenedStacks {
  readonly offers: HubStacks;
  /** The same, and remembers what a picture shows. */
  readonly noting: (assess: AssessImage) => AssessImage;
  end(): Promise<void>;
}

/** Stacks whose pictures are read before the turn is over. */
const stacksAtOnce = 5;

export function openStacks(parts: StackParts): OpenedStacks {
  const { projections, library, fingerprintOf, say, rate } = parts;
  const fingerprints = new Fingerprints(projections);
  const pictures = new StackPictures(projections);
  const looking = fingerprintOf && new Looking({ ...parts, pictures, fingerprints, fingerprintOf });

  const findStacks = async (distance: StackDistance, words = ''): Promise<StacksAnswer> => {
    looking?.ask();
    const all = await pictures.find(stackDistances[distance]);
    const wanted = words.trim() === '' ? null : new Set((await parts.pictures.find({ words }, defaultSort)).ids);
    const found = wanted === null ? all : all.filter(({ ids }) => ids.some((id) => wanted.has(id)));
    const stacks: Stack[] = [];
    for (const [at, { ids, distance: bits }] of found.slice(0, stacksShown).entries()) {
      if (at % stacksAtOnce === 0) await nextTurn();
      const stack = stackOf(parts, ids, bits);
      if (stack !== null) stacks.push(stack);
    }
    const { present, known } = pictures.counts;
    return { stacks, total: found.length, known, waiting: Math.max(0, present - known - (looking?.unreadable ?? 0)) };
  };

  const decideStack = async ({ content_hashes, kept_hashes, decision }: StackWish) => {
    const all = [...new Set(content_hashes)];
    const kept = decision === 'kept_all' ? all : all.filter((hash) => kept_hashes.includes(hash));
    if (all.length < 2) throw new StackError(t('One picture alone is no stack, so nothing was decided.'));
    if (kept.length === 0) throw new StackError(t('None of these pictures would be kept, so nothing was decided. Choose the one to keep.'));
    const unknown = all.find((hash) => library.asset(hash)?.filed_sequence == null);
    if (unknown !== undefined) {
      throw new StackError(t('The picture {hash}… is not in the library any more, so nothing was decided. Look for stacks again.', { hash: unknown.slice(0, 12) }));
    }
    const decision_id = uuidv7();
    const others = all.filter((hash) => !kept.includes(hash));
    // The ratings first: cut off between the two, the stack is only suggested once more.
    if (others.length > 0) await rate(others, 1, decision_id);
    await say(stackDecided({ decision_id, content_hashes: all, kept_hashes: kept, decision }));
    return { batch_id: decision_id };
  };

  return {
    offers: { findStacks, decideStack },
    noting: (assess) => async (path, contentHash) => {
      const verdict = await assess(path, contentHash);
      if (verdict.kind !== 'trouble' && verdict.phash !== undefined) fingerprints.remember(contentHash, verdict.phash);
      return verdict;
    },
    async end() {
      await looking?.end();
    },
  };
}

/** Null when all but one have left meanwhile. */
export function stackOf(
  { pictures, library }: Pick<StackParts, 'pictures' | 'library'>, ids: readonly number[], distance: number,
): Stack | null {
  const byId = new Map(pictures.cards(ids).map((card) => [card.id, card]));
  const cards = ids.map((id) => byId.get(id)).filter((card): card is LibraryCard => card !== undefined);
  const [first] = cards.map(({ content_hash }) => content_hash).sort();
  if (cards.length < 2 || first === undefined) return null;
  const facts = cards.flatMap(({ content_hash }) => library.asset(content_hash) ?? []).map(factsOf);
  return {
    id: first, cards, distance,
    same_prompt: areSame(facts.map(({ prompt }) => prompt)),
    same_seed: areSame(facts.map(({ seed }) => seed)),
  };
}

function areSame(values: readonly (string | null)[]): boolean | null {
  const told = new Set(values.filter((value) => value !== null));
  if (told.size > 1) return false;
  return values.includes(null) ? null : true;
}
