import type { HistoryEntry, UndoRefusal } from '@shared/library/history';
import { create } from 'zustand';
import { ask, askQuietly } from './ask';

interface HistoryState {
  readonly entries: readonly HistoryEntry[];
  readonly next_before: number | null;
  /** True once the first page has come. */
  readonly ready: boolean;
  readonly problem: string | null;
  /** What an undo could not take back, by its id. */
  readonly refusals: ReadonlyMap<string, readonly UndoRefusal[]>;
}

export const useHistory = create<HistoryState>(() => ({
  entries: [], next_before: null, ready: false, problem: null, refusals: new Map(),
}));

const pageSize = 100;
let asking = false;

/** Asks for the newest entries anew, as many as are shown. */
export async function loadHistory(): Promise<void> {
  if (asking) return;
  asking = true;
  const limit = Math.min(200, Math.max(pageSize, useHistory.getState().entries.length));
  const answer = await askQuietly('history/page', { before: null, limit });
  asking = false;
  if (typeof answer === 'string') {
    useHistory.setState({ problem: answer });
    return;
  }
  const { entries, next_before } = answer.answer;
  const oldest = entries.at(-1)?.last_sequence ?? 0;
  useHistory.setState((state) => {
    const ids = new Set(entries.map(({ id }) => id));
    const older = next_before === null ? [] : state.entries.filter(({ id, last_sequence }) => last_sequence < oldest && !ids.has(id));
    return { entries: [...entries, ...older], next_before: older.length > 0 ? state.next_before : next_before, ready: true, problem: null };
  });
}

/** Loads the next older page, one at a time. */
export async function loadOlderHistory(): Promise<void> {
  const before = useHistory.getState().next_before;
  if (before === null || asking) return;
  asking = true;
  const page = await ask('history/page', { before, limit: pageSize });
  asking = false;
  if (page !== null) useHistory.setState((state) => ({ entries: [...state.entries, ...page.entries], next_before: page.next_before }));
}

export async function loadRefusals(undoId: string): Promise<void> {
  const found = await ask('history/refusals', { undo_id: undoId });
  if (found !== null) useHistory.setState(({ refusals }) => ({ refusals: new Map(refusals).set(undoId, found) }));
}
