import { t } from '@shared/language/language';
import { useLog } from './use-log';
import { dismiss, say } from './use-toasts';

/** Something that was done in this window and stands in no log, such as forgetting a saved search. */
export interface OwnAct {
  readonly back: () => void;
  readonly again: () => void;
}

interface Done extends OwnAct {
  /** The newest event when it was done. */
  readonly behind: number;
  readonly toast: number;
}

const atMost = 50;
const stacks: Record<'undo' | 'redo', readonly Done[]> = { undo: [], redo: [] };

function keep(on: 'undo' | 'redo', done: Done): void {
  stacks[on] = [...stacks[on], done].slice(-atMost);
}

/** Says what was done, with the way back; the undo of the window takes it back in its turn, too. */
export function sayWithWayBack(text: string, act: OwnAct): void {
  const toast = say(text, { action: { label: t('Undo'), run: () => { goBack(done); } } });
  const done: Done = { ...act, behind: useLog.getState().sequence, toast };
  stacks.redo = [];
  keep('undo', done);
}

function goBack(done: Done): void {
  if (!stacks.undo.includes(done)) return;
  stacks.undo = stacks.undo.filter((each) => each !== done);
  done.back();
  dismiss(done.toast);
  keep('redo', { ...done, behind: useLog.getState().sequence });
}

/** What is next in a direction, unless something that stands in the log came after it. @param newest the sequence of that; 0 for nothing */
export function nextOwnAct(direction: 'undo' | 'redo', newest: number): (() => void) | null {
  const done = stacks[direction].at(-1);
  if (done === undefined || done.behind < newest) return null;
  if (direction === 'undo') return () => { goBack(done); };
  return () => {
    stacks.redo = stacks.redo.filter((each) => each !== done);
    done.again();
    keep('undo', { ...done, behind: useLog.getState().sequence });
  };
}
