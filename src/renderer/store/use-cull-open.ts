import { defaultSort, type LibraryFilter, type LibrarySort } from '@shared/library/library-filter';
import { ask } from './ask';
import { useLibrary } from './use-library';
import { allChosen } from './use-library-chosen';
import { useStacks } from './use-stacks';
import { type CullState, setCull, useView } from './use-view';

/** Whether pictures are shown that can be decided about. */
export const canDecide = (): boolean => ['library', 'quality'].includes(useView.getState().place);

/** Opens the layer for deciding over what is shown, at the picture that the keyboard is on. */
export async function openCull(): Promise<void> {
  const { place, quality, cull } = useView.getState();
  if (cull !== null) return;
  if (place === 'library') {
    const { answer, cursor } = useLibrary.getState();
    const chosen = allChosen();
    over(chosen.length > 0 ? chosen : answer?.ids ?? (await found(shownFilter(), defaultSort)), cursor);
  } else if (place === 'quality') {
    over(quality.part === 'stacks' ? await inStacks() : await found(shownFilter(), { by: 'score', descending: true }), null);
  }
}

/** What the place that is open shows, for questions that are about the same pictures. */
export function shownFilter(): LibraryFilter {
  const { place, library, quality } = useView.getState();
  const words = (place === 'quality' ? quality.text : library.text).trim();
  return { ...(place === 'quality' ? {} : library.filter), ...(words !== '' && { words }) };
}

function over(ids: Uint32Array | null, active: number | null): void {
  if (ids === null) return;
  const at = active === null ? 0 : Math.max(0, ids.indexOf(active));
  setCull({ mode: 'one', ids, at, side_by_side: [] } satisfies CullState);
}

async function found(filter: LibraryFilter, sort: LibrarySort): Promise<Uint32Array | null> {
  return (await ask('library/find', { filter, sort }))?.ids ?? null;
}

async function inStacks(): Promise<Uint32Array | null> {
  const { distance } = useStacks.getState();
  const answer = await ask('stacks/find', { distance, words: useView.getState().quality.text });
  return answer === null ? null : Uint32Array.from(answer.stacks.flatMap(({ cards }) => cards.map(({ id }) => id)));
}
