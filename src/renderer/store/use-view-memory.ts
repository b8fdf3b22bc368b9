import type { ViewMemory } from '@shared/library/view-memory';
import { create } from 'zustand';
import { alice } from './alice';
import { ask } from './ask';
import type { EventFilter } from './event-filter';
import { useView, type ViewState } from './use-view';

/** What is kept beside the view itself: how wide panes are, what is folded, what was done last, and how far is scrolled. */
interface Kept {
  readonly panes: ViewMemory['panes'];
  readonly folded: ViewMemory['folded'];
  readonly recent: ViewMemory['recent'];
  readonly columns: ViewMemory['columns'];
  /** The picture at the top of the library, and the time at the top of the timeline; null while that is where it begins. */
  readonly library_top: number | null;
  readonly timeline_at: number | null;
}

export const useViewMemory = create<Kept>(() => ({
  panes: {}, folded: [], recent: [], columns: [], library_top: null, timeline_at: null,
}));

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

/** Keeps how far the library or the timeline is scrolled. */
export function keepSight(sight: Partial<Pick<Kept, 'library_top' | 'timeline_at'>>): void {
  const now = useViewMemory.getState();
  const { library_top = now.library_top, timeline_at = now.timeline_at } = sight;
  if (library_top !== now.library_top || timeline_at !== now.timeline_at) useViewMemory.setState({ library_top, timeline_at });
}

/** How far was scrolled when Alice was closed, until that place is taken up again. */
let begun: { readonly open: string | null; readonly library_top: number | null; readonly timeline_at: number | null } | null = null;

/** The picture that stood at the top; null when a link or a command leads to another by now. */
export function libraryTopAtStart(): number | null {
  return begun !== null && begun.open === useView.getState().library.open ? begun.library_top : null;
}

export const timelineAtStart = (): number | null => begun?.timeline_at ?? null;

export function tookUp(place: 'library_top' | 'timeline_at'): void {
  if (begun !== null) begun = { ...begun, [place]: null };
}

/** What a filter may hold of words. */
const mostWords = { library: 1_000, timeline: 200 } as const;

function filterOf({ families, text, patterns, since, from }: EventFilter): ViewMemory['timeline']['filter'] {
  return { families: [...families], text: text.slice(0, mostWords.timeline), patterns: [...patterns], since, from };
}

/** What is to be kept of a view. Pure. */
export function memoryOf(view: ViewState, { panes, folded, recent, columns, library_top, timeline_at }: Kept): ViewMemory {
  const { place, system, quality, care, timeline, board, library } = view;
  const words = library.text.trim().slice(0, mostWords.library);
  return {
    place, panes, folded: [...folded], recent: [...recent], columns: [...columns], project_id: board.project_id,
    parts: { system: system.part, quality: quality.part, care: care.part, timeline: timeline.mode, board: board.part },
    library: { filter: { ...library.filter, ...(words !== '' && { words }) }, open: library.open, top: library_top },
    timeline: { filter: filterOf(timeline), open: timeline.open, at: timeline_at },
  };
}

/** A view with what was kept of an earlier one. Pure. */
export function withMemory(view: ViewState, { place, parts, project_id, library, timeline }: ViewMemory): ViewState {
  const { words = '', ...filter } = library.filter;
  return {
    ...view,
    place,
    system: { ...view.system, part: parts.system },
    quality: { ...view.quality, part: parts.quality },
    care: { ...view.care, part: parts.care },
    library: { ...view.library, text: words, filter, open: library.open },
    timeline: { ...view.timeline, ...timeline.filter, mode: parts.timeline, open: timeline.open },
    board: { ...view.board, project_id, part: parts.board },
  };
}

/** Takes up what was left open, and keeps what changes. Called before anything is drawn. */
export async function rememberView(): Promise<void> {
  const memory = await ask('view/memory', {});
  if (memory !== null) {
    useView.setState((view) => withMemory(view, memory));
    const { panes, folded, recent, columns, library, timeline } = memory;
    useViewMemory.setState({ panes, folded, recent, columns, library_top: library.top, timeline_at: timeline.at });
    begun = { open: library.open, library_top: library.top, timeline_at: timeline.at };
  }
  const now = () => memoryOf(useView.getState(), useViewMemory.getState());
  let kept = JSON.stringify(now());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    clearTimeout(timer);
    timer = undefined;
    const next = now();
    const text = JSON.stringify(next);
    if (text === kept) return;
    kept = text;
    void ask('view/keep', next);
  };
  // What changes again and again, as a list that is scrolled, is kept all the same.
  const soon = () => { timer ??= setTimeout(keep, restMs); };
  useView.subscribe(soon);
  useViewMemory.subscribe(soon);
  // Who quits right away has left it like this, too.
  window.addEventListener('pagehide', keep);
  alice.on('leaving', keep);
}
