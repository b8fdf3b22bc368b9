import { t } from '@shared/language/language';
import { goTo, setCulling, tellOf, useCull } from './use-cull';
import { isDecided } from './use-cull-marks';
import { setCull, useView } from './use-view';

/** Shows so many pictures side by side, the current one first. */
export function compareHere(count: number): void {
  const { cull } = useView.getState();
  const current = cull?.ids[cull.at];
  if (cull === null || current === undefined) return;
  const shown = cull.mode === 'compare' ? cull.side_by_side.slice(0, count) : [current];
  while (shown.length < count) {
    const next = candidate(shown);
    if (next === null) break;
    shown.push(next);
  }
  if (shown.length < 2) {
    setCulling({ said: t('There is no other picture to compare with.') });
    return;
  }
  const focus = Math.min(useCull.getState().focus, shown.length - 1);
  setCull({ ...cull, mode: 'compare', side_by_side: shown });
  setCulling({ focus: cull.mode === 'compare' ? focus : 0 });
}

/** Shows one picture: the one that the keyboard is on. */
export function decideOne(): void {
  const { cull } = useView.getState();
  if (cull === null) return;
  const focused = cull.mode === 'compare' ? cull.side_by_side[useCull.getState().focus] : undefined;
  const at = focused === undefined ? cull.at : Math.max(0, cull.ids.indexOf(focused));
  setCull({ ...cull, mode: 'one', side_by_side: [] });
  goTo(at);
}

export function decideBlind(): void {
  const { cull } = useView.getState();
  if (cull === null) return;
  // What was said of a picture would tell which it is.
  setCulling({ said: '' });
  setCull({ ...cull, mode: 'blind' });
}

/** Moves the keyboard along the pictures side by side. */
export function focusSide(to: number): void {
  const { cull } = useView.getState();
  const id = cull?.side_by_side[to];
  if (cull === null || id === undefined) return;
  setCulling({ focus: to, said: `${letterOf(to)}: ${tellOf(id)}` });
}

export const letterOf = (side: number): string => String.fromCharCode(65 + side);

/** Puts the next candidate in the place of one side. False when there is none. */
export function swapSide(side: number): boolean {
  const { cull } = useView.getState();
  if (cull?.side_by_side[side] === undefined) return false;
  const next = candidate(cull.side_by_side);
  if (next === null) {
    setCulling({ said: t('There is no further picture to compare with.') });
    return false;
  }
  setCull({ ...cull, side_by_side: cull.side_by_side.map((id, index) => (index === side ? next : id)) });
  setCulling({ said: `${letterOf(side)}: ${tellOf(next)}` });
  return true;
}

/** The focused one stays, the others give way to the next ones. Tells who had to go; null when nobody is left to compare with. */
export function keepFocused(): { readonly kept: number; readonly others: readonly number[] } | null {
  const { cull } = useView.getState();
  const { focus } = useCull.getState();
  const kept = cull?.side_by_side[focus];
  if (cull === null || kept === undefined) return null;
  const others = cull.side_by_side.filter((id) => id !== kept);
  const next = [...cull.side_by_side];
  const seen = [...cull.side_by_side];
  for (const [side, id] of cull.side_by_side.entries()) {
    const fresh = id === kept ? null : candidate(seen);
    if (fresh === null) continue;
    next[side] = fresh;
    seen.push(fresh);
  }
  const left = next.filter((id) => id === kept || !others.includes(id));
  if (left.length < 2) {
    decideOne();
    setCulling({ said: t('{kept} is the one that is left.', { kept: tellOf(kept) }) });
  } else {
    setCull({ ...cull, side_by_side: left });
    const met = left.filter((id) => id !== kept).map(tellOf).join(' ');
    setCulling({ focus: left.indexOf(kept), said: t('Kept {kept} It meets {others}', { kept: tellOf(kept), others: met }) });
  }
  return { kept, others };
}

/** The next picture behind all that are shown; decided ones are passed over when only the others are wanted. */
function candidate(shown: readonly number[]): number | null {
  const { cull } = useView.getState();
  if (cull === null) return null;
  const { undecided_only } = useCull.getState();
  const places = shown.map((id) => cull.ids.indexOf(id));
  for (let at = Math.max(...places) + 1; at < cull.ids.length; at += 1) {
    const id = cull.ids[at];
    if (id !== undefined && !(undecided_only && isDecided(at))) return id;
  }
  return null;
}
