import type { AssetRecord } from '@shared/library/asset-record';
import type { LibraryCard } from '@shared/library/library-answer';
import { useCard } from '../../store/use-library-cards';
import { differencesOf, type MakingFact, type PromptPart, promptPartsOf } from './differences';
import { useStoryOf } from './use-story-of';

/** A picture beside others. */
export interface Side {
  readonly id: number;
  readonly card: LibraryCard | null;
  readonly betterThan: number | null;
  /** What is known of its making beside the others; nothing while one of them is not known yet. */
  readonly making: readonly MakingFact[];
  readonly prompt: readonly PromptPart[];
}

/** Two to four pictures with what differs among them. */
export function useSides(ids: readonly number[]): readonly Side[] {
  const [a = 0, b = 0, c = 0, d = 0] = ids;
  const cards = [useCard(a), useCard(b), useCard(c), useCard(d)].slice(0, ids.length);
  const stories = [
    useStoryOf(cards[0]?.content_hash ?? null), useStoryOf(cards[1]?.content_hash ?? null),
    useStoryOf(cards[2]?.content_hash ?? null), useStoryOf(cards[3]?.content_hash ?? null),
  ].slice(0, ids.length);
  const assets = stories.map((story) => story?.asset).filter((asset): asset is AssetRecord => asset !== undefined);
  const known = assets.length === ids.length;
  const making = known ? differencesOf(assets) : [];
  const prompts = known ? promptPartsOf(assets) : [];
  return ids.map((id, index) => ({
    id,
    card: cards[index] ?? null,
    betterThan: stories[index]?.better_than ?? null,
    making: making[index] ?? [],
    prompt: prompts[index] ?? [],
  }));
}
