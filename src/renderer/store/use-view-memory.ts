import type { ViewMemory } from '@shared/library/view-memory';
import { create } from 'zustand';
import { ask } from './ask';
import { useView, type ViewState } from './use-view';

/** What is kept beside the view itself: how wide panes are, and which groups are folded. */
interface Kept {
  readonly panes: ViewMemory['panes'];
  readonly folded: ViewMemory['folded'];
}

export const useViewMemory = create<Kept>(() => ({ panes: {}, folded: [] }));

const restMs = 400;

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

/** What is to be kept of a view. Pure. */
export function memoryOf({ place, system, quality, care, timeline }: ViewState, { panes, folded }: Kept): ViewMemory {
  return {
    place, panes, folded: [...folded],
    parts: { system: system.part, quality: quality.part, care: care.part, timeline: timeline.mode },
  };
}

/** A view with what was kept of an earlier one. Pure. */
export function withMemory(view: ViewState, { place, parts }: ViewMemory): ViewState {
  return {
    ...view,
    place,
    system: { ...view.system, part: parts.system },
    quality: { ...view.quality, part: parts.quality },
    care: { ...view.care, part: parts.care },
    timeline: { ...view.timeline, mode: parts.timeline },
  };
}

/** Takes up what was left open, and keeps what changes. Called before anything is drawn. */
export async function rememberView(): Promise<void> {
  const memory = await ask('view/memory', {});
  if (memory !== null) {
    useView.setState((view) => withMemory(view, memory));
    useViewMemory.setState({ panes: memory.panes, folded: memory.folded });
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
