import { t } from '@shared/language/language';
import type { UndoPreview, UndoWish } from '@shared/library/history';
import { create } from 'zustand';
import { ask, askQuietly } from './ask';
import { onNewEvents } from './new-events';
import { isOwn, ownActs } from './own-acts';
import { nothingUndone, undoAfter, type UndoProgress } from './undo-progress';
import { dismissOffers, say } from './use-toasts';
import { go, setCare } from './use-view';
import { nextOwnAct } from './ways-back';

/** An undo that waits for a person to say yes. */
export interface AskedUndo {
  readonly wish: UndoWish;
  /** True when an undo is taken back. */
  readonly redo: boolean;
  readonly preview: UndoPreview | null;
}

export const useUndo = create<{ readonly asked: AskedUndo | null }>(() => ({ asked: null }));

export const cancelUndo = () => useUndo.setState({ asked: null });

const following = new Map<string, { progress: UndoProgress; redo: boolean; timer: ReturnType<typeof setTimeout> | null }>();
/** An undo of many operations arrives in several batches; it has ended when nothing more came for so long. */
const settledMs = 400;

/** Undoes what a person did last, wherever in this window, or takes the last undo back. */
export async function undoLatest(direction: 'undo' | 'redo'): Promise<void> {
  const answer = await askQuietly('history/latest', { direction, ...ownActs() });
  const latest = typeof answer === 'string' ? null : answer.answer;
  // What came in by itself was done by nobody here.
  const own = nextOwnAct(direction, latest !== null && isOwn(latest) ? latest.last_sequence : 0);
  if (own !== null) own();
  else if (typeof answer === 'string') say(answer, 'problem');
  else if (answer.answer === null) say(direction === 'undo' ? t('There is nothing to undo.') : t('There is no undo to take back.'));
  else {
    const { id, operations, undone } = answer.answer;
    // Files that came in by themselves are never taken back without a look.
    const several = (operations - undone > 1 && !id.startsWith('board-')) || !isOwn(answer.answer);
    await wishUndo({ kind: 'entry', id }, { redo: direction === 'redo', several });
  }
}

/** Undoes one operation at once; several are shown first. */
export async function wishUndo(wish: UndoWish, { redo = false, several }: { redo?: boolean; several: boolean }): Promise<void> {
  if (!several) {
    await doUndo(wish, redo);
    return;
  }
  useUndo.setState({ asked: { wish, redo, preview: null } });
  const preview = await ask('undo/preview', wish);
  useUndo.setState(({ asked }) => ({ asked: asked?.wish !== wish ? asked : preview === null ? null : { ...asked, preview } }));
}

/** Does what the dialog shows. */
export async function confirmUndo(): Promise<void> {
  const { asked } = useUndo.getState();
  cancelUndo();
  if (asked !== null) await doUndo(asked.wish, asked.redo);
}

async function doUndo(wish: UndoWish, redo: boolean): Promise<void> {
  const answer = await ask('undo/do', wish);
  if (answer === null) return;
  dismissOffers();
  follow(answer.undo_id).redo = redo;
}

function follow(undoId: string) {
  const known = following.get(undoId);
  if (known !== undefined) return known;
  const fresh = { progress: nothingUndone, redo: false, timer: null };
  following.set(undoId, fresh);
  return fresh;
}

/** Says what came of each undo, once, when it has ended. */
export function tellUndos(): () => void {
  return onNewEvents((events) => {
    for (const event of events) {
      if (event.event_type === 'undo.requested' && event.actor === 'user') follow(event.correlation_id).redo = event.data.scope === 'undo';
      const one = following.get(event.correlation_id);
      if (one === undefined) continue;
      one.progress = undoAfter(one.progress, event);
      if (one.timer !== null) clearTimeout(one.timer);
      one.timer = setTimeout(() => tell(event.correlation_id), settledMs);
    }
  });
}

function tell(undoId: string): void {
  const one = following.get(undoId);
  if (one === undefined || one.progress.done + one.progress.refused < one.progress.requested) return;
  following.delete(undoId);
  const { done, refused, because } = one.progress;
  const show = { label: t('Show'), run: () => showInHistory(`undo-${undoId}`) };
  if (done > 0) {
    const words = one.redo
      ? t('{done, plural, one {# operation} other {# operations}} done again', { done })
      : t('{done, plural, one {# operation} other {# operations}} undone', { done });
    say(words, {
      action: one.redo ? show : { label: t('Do again'), run: () => void wishUndo({ kind: 'entry', id: `undo-${undoId}` }, { redo: true, several: done > 1 }) },
    });
  }
  if (refused === 1 && because !== null) say(t('Not undone: {why}', { why: because }), { tone: 'problem', action: show });
  if (refused > 1) say(t('{refused, plural, one {# operation} other {# operations}} could not be undone.', { refused }), { tone: 'problem', action: show });
  if (done + refused === 0) say(t('There was nothing left to undo.'));
}

/** Opens an entry of the history. */
export function showInHistory(id: string): void {
  go('care');
  setCare({ part: 'history', open: id, active: id });
}
