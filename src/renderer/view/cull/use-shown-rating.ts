import type { LibraryCard } from '@shared/library/library-answer';
import type { Given } from '../../store/rate';
import { ownStarsOf, useCull } from '../../store/use-cull';
import { useCard } from '../../store/use-library-cards';
import { useView } from '../../store/use-view';

/** The picture that is decided about. */
export function useShownCard(): LibraryCard | null {
  return useCard(useView(({ cull }) => cull?.ids[cull.at] ?? 0));
}

/** Its rating as it is by now: the own one, 0 when there is none, and what was measured if that is what holds. */
export function useShownRating(): { readonly own: Given; readonly measured: number | null } {
  const card = useShownCard();
  const given = useCull((state) => (card === null ? undefined : state.given.get(card.id)));
  if (card === null) return { own: 0, measured: null };
  return { own: given ?? ownStarsOf(card, nothing), measured: card.own ? null : card.stars };
}

const nothing: ReadonlyMap<number, Given> = new Map();
