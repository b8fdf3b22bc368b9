import type { ViewMemory } from '@shared/library/view-memory';
import { create } from 'zustand';
import { ask } from './ask';
import { useView, type ViewState } from './use-view';

/** What is kept beside the view itself: how wide panes are, and which groups and columns are folded, and what was done last. */
interface Kept {
  readonly panes: ViewMemory['panes'];
  readonly folded: ViewMemory['folded'];
  readonly recent: ViewMemory['recent'];
  readonly columns: ViewMemory['columns'];
}

export const useViewMemory = create<Kept>(() => ({ panes: {}, folded: [], recent: [], columns: [] }));

const restMs = 400;
const mostColumns = 200;

/** Keeps the width of a pane; null for the usual one. */
export function keepPane(name: string, size: number | null): void {
  useViewMemory.setState(({ panes }) => {
    const others = Object.fromEntries(Object.entries(panes).filter(([each]) => each !== name));
    return { panes: size === null ? others : { ...others, [name]: size } };
  });
}

export function foldGroup(name: string, fold: boolean): void {
  useViewMemory.setState(({ folded }) => ({ folded: [...folded.filter((each) => each !== name), ...(fold ? [name] : [])] }));
}

/** Keeps a column of a board as a rail, or open. */
export function foldColumn(project_id: string, column_id: string, folded: boolean): void {
  useViewMemory.setState(({ columns }) => {
    const others = columns.filter((one) => one.project_id !== project_id || one.column_id !== column_id);
    return { columns: [...others, { project_id, column_id, folded }].slice(-mostColumns) };
  });
}

/** What is to be kept of a view. Pure. */
export function memoryOf(view: ViewState, { panes, folded, recent, columns }: Kept): ViewMemory {
  const { place, system, quality, care, timeline, board } = view;
  return {
    place, panes, folded: [...folded], recent: [...recent], columns: [...columns], project_id: board.project_id,
    parts: { system: system.part, quality: quality.part, care: care.part, timeline: timeline.mode, board: board.part },
  };
}

/** A view with what was kept of an earlier one. Pure. */
export function withMemory(view: ViewState, { place, parts, project_id }: ViewMemory): ViewState {
  return {
    ...view,
    place,
    system: { ...view.system, part: parts.system },
    quality: { ...view.quality, part: parts.quality },
    care: { ...view.care, part: parts.care },
    timeline: { ...view.timeline, mode: parts.timeline },
    board: { ...view.board, project_id, part: parts.board },
  };
}

/** Takes up what was left open, and keeps what changes. Called before anything is drawn. */
export async function rememberView(): Promise<void> {
  const memory = await ask('view/memory', {});
  if (memory !== null) {
    useView.setState((view) => withMemory(view, memory));
    useViewMemory.setState({ panes: memory.panes, folded: memory.folded, recent: memory.recent, columns: memory.columns });
  }
  const now = () => memoryOf(useView.getState(), useViewMemory.getState());
  let kept = JSON.stringify(now());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    const next = now();
    const text = JSON.stringify(next);
    if (text === kept) return;
    kept = text;
    void ask('view/keep', next);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, restMs);
  };
  useView.subscribe(soon);
  useViewMemory.subscribe(soon);
  // Who quits right away has left it like this, too.
  window.addEventListener('pagehide', keep);
}
