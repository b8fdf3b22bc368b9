import { fixed } from '@shared/language/formats';
import { t } from '@shared/language/language';
import type { LibraryCard } from '@shared/library/library-answer';
import { type Stack, stackDistances } from '@shared/library/stacks';
import { bytesInWords } from '@shared/story/words';

/** How alike the pictures of a stack are. */
export function likenessInWords(distance: number): string {
  if (distance === 0) return t('the same at a glance');
  if (distance <= stackDistances.strict) return t('as good as the same');
  return distance <= stackDistances.usual ? t('nearly the same') : t('similar');
}

/** What a picture is told apart by. */
export const factsOf = (card: LibraryCard) => ({
  pixels: card.width === null || card.height === null ? t('size not known') : `${card.width} × ${card.height}`,
  bytes: bytesInWords(card.file_size),
  score: card.brisque === null ? t('no score') : t('score {score}', { score: fixed(card.brisque, 1) }),
});
export type Fact = keyof ReturnType<typeof factsOf>;

/** The facts in which the pictures of a stack differ. */
export function differences(cards: readonly LibraryCard[]): ReadonlySet<Fact> {
  const facts = cards.map(factsOf);
  const names = ['pixels', 'bytes', 'score'] as const;
  return new Set(names.filter((name) => new Set(facts.map((fact) => fact[name])).size > 1));
}

/** `Same prompt, other seeds`; nothing where that is not known. */
export function makingInWords({ same_prompt, same_seed }: Pick<Stack, 'same_prompt' | 'same_seed'>): string {
  const prompt = same_prompt === null ? null : same_prompt ? t('same prompt') : t('other prompts');
  const seed = same_seed === null ? null : same_seed ? t('same seed') : t('other seeds');
  return [prompt, seed].filter((part) => part !== null).join(', ');
}

/** What comes of the others when one is kept. */
export function othersInWords({ cards }: Pick<Stack, 'cards'>): string {
  const others = cards.length - 1;
  return others === 1 ? t('stays; gives the other one star') : t('stays; gives the other {others, number} one star each', { others });
}

const ratingInWords = (stars: number, own: boolean) =>
  own ? t('{stars, number} of 5 stars, your rating', { stars }) : t('{stars, number} of 5 stars, measured', { stars });

/** What a screen reader hears of a picture. */
export function nameOfPicture(card: LibraryCard, { best, kept }: { readonly best: boolean; readonly kept: boolean }): string {
  const { pixels, bytes, score } = factsOf(card);
  const rating = card.stars === null ? t('not rated') : ratingInWords(card.stars, card.own);
  return [card.file_name, best ? t('the best') : null, kept ? t('to be kept') : t('would get one star'), rating, score, pixels, bytes]
    .filter((part) => part !== null)
    .join(', ');
}

/** `3 pictures, nearly the same, same prompt, other seeds`. */
export function nameOfStack(stack: Stack): string {
  return [t('{count, number} pictures', { count: stack.cards.length }), likenessInWords(stack.distance), makingInWords(stack)].filter((part) => part !== '').join(', ');
}
