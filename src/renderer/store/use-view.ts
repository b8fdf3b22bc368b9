import type { EventFamily } from '@shared/events/catalog';
import type { InboxState } from '@shared/library/inbox-entry';
import type { Stars } from '@shared/library/rating';
import { create } from 'zustand';

export type Place = 'inbox' | 'timeline' | 'library';
/** The inbox's lanes in order of travel; filed and linked files share the third. */
export type Lane = Exclude<InboxState, 'duplicate'>;

/** Which event the drawer shows. */
export interface OpenEvent {
  readonly story_id: string;
  readonly event_id: string;
}

/** What a person has chosen to look at. Nothing here comes from the log. */
export interface ViewState {
  readonly place: Place;
  readonly timeline: {
    readonly mode: 'stories' | 'events';
    readonly families: readonly EventFamily[];
    readonly text: string;
    readonly paused: boolean;
    readonly open: OpenEvent | null;
    /** The row that the keyboard is on, by key. */
    readonly active: string | null;
    readonly unfolded: ReadonlySet<string>;
  };
  readonly library: {
    readonly text: string;
    readonly project: string | null;
    readonly stars: readonly (Stars | 0)[];
    readonly tools: readonly string[];
    readonly zoom: number;
    readonly open: string | null;
    readonly quick_look: boolean;
  };
  readonly inbox: { readonly text: string; readonly lane: Lane | null };
  readonly keys_shown: boolean;
}

export const useView = create<ViewState>(() => ({
  place: 'timeline',
  timeline: { mode: 'stories', families: [], text: '', paused: false, open: null, active: null, unfolded: new Set() },
  library: { text: '', project: null, stars: [], tools: [], zoom: 3, open: null, quick_look: false },
  inbox: { text: '', lane: null },
  keys_shown: false,
}));

export const go = (place: Place) => useView.setState({ place });

export const setTimeline = (change: Partial<ViewState['timeline']>) =>
  useView.setState((state) => ({ timeline: { ...state.timeline, ...change } }));

export const setLibrary = (change: Partial<ViewState['library']>) =>
  useView.setState((state) => ({ library: { ...state.library, ...change } }));

export const setInbox = (change: Partial<ViewState['inbox']>) =>
  useView.setState((state) => ({ inbox: { ...state.inbox, ...change } }));

export const showKeys = (keys_shown: boolean) => useView.setState({ keys_shown });

/** Opens a picture in the library, clearing filters that could hide it. */
export function goToPicture(content_hash: string): void {
  go('library');
  setLibrary({ open: content_hash, text: '', project: null, stars: [], tools: [] });
}

/** The keys of the timeline's rows. */
export const rowKeyOf = {
  story: (id: string) => `story ${id}`,
  event: (id: string) => `event ${id}`,
} as const;

/** Opens an event in the timeline and unfolds its story. */
export function goToStory({ story_id, event_id }: OpenEvent): void {
  const { unfolded } = useView.getState().timeline;
  go('timeline');
  setTimeline({ mode: 'stories', open: { story_id, event_id }, active: rowKeyOf.event(event_id), unfolded: new Set(unfolded).add(story_id), families: [], text: '' });
}

export function toggleStory(id: string, open?: boolean): void {
  const unfolded = new Set(useView.getState().timeline.unfolded);
  if (open ?? !unfolded.has(id)) unfolded.add(id);
  else unfolded.delete(id);
  setTimeline({ unfolded });
}
