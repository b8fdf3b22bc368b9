import { mostSavedFilters, type SavedTimelineFilter } from '@shared/library/timeline-filter';
import { create } from 'zustand';
import { ask } from './ask';
import { useView, setTimeline } from './use-view';

interface SavedFilters {
  /** The first is the one that was named first. */
  readonly saved: readonly SavedTimelineFilter[];
  readonly loaded: boolean;
}

/** Filters of the timeline that were given a name. */
export const useSavedFilters = create<SavedFilters>(() => ({ saved: [], loaded: false }));

/** Takes up what was kept, once. */
export async function loadSavedFilters(): Promise<void> {
  if (useSavedFilters.getState().loaded) return;
  const saved = await ask('timeline/filters', {});
  if (saved !== null) useSavedFilters.setState({ saved, loaded: true });
}

export function keepFilters(saved: readonly SavedTimelineFilter[]): void {
  useSavedFilters.setState({ saved });
  void ask('timeline/keep-filters', { filters: [...saved] });
}

/** Keeps the filter that is on under a name; one that is called the same gives way. */
export function saveFilter(name: string): void {
  const { families, text, patterns, since, from } = useView.getState().timeline;
  const filter = { families: [...families], text, patterns: [...patterns], since, from };
  const others = useSavedFilters.getState().saved.filter((one) => one.name !== name);
  keepFilters([...others, { name, filter }].slice(-mostSavedFilters));
}

export function forgetFilter(name: string): void {
  keepFilters(useSavedFilters.getState().saved.filter((one) => one.name !== name));
}

/** Puts a filter on, in place of what was on. */
export const recallFilter = ({ filter }: SavedTimelineFilter): void => setTimeline({ ...filter });
