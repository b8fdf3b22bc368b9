import type { InboxState } from '@shared/library/inbox-entry';
import { defaultSort, type LibraryFilter, type LibrarySort } from '@shared/library/library-filter';
import type { CardRef } from '@shared/library/board';
import type { SavedSearch } from '@shared/library/library-preferences';
import { create } from 'zustand';
import { type EventFilter, noFilter } from './event-filter';

export type Place = 'inbox' | 'timeline' | 'library' | 'board' | 'quality' | 'system' | 'care' | 'settings';
/** The three ways to look at the event system. */
export type SystemPart = 'map' | 'metrics' | 'dead-letters';
/** The ways to look at quality: how it lies, what looks nearly the same, and the limits between the stars. */
export type QualityPart = 'scores' | 'stacks' | 'bands';
/** What the layer for deciding shows: one picture after another, several side by side, or two without names. */
export type CullMode = 'one' | 'compare' | 'blind';
/** How the files fare, and what was done to them. */
export type CarePart = 'health' | 'history';
/** Of a project: its board, or the page that gathers what was decided and made. */
export type BoardPart = 'board' | 'page';

/** A service, or an event type, on the map. */
export type MapChoice = { readonly kind: 'service' | 'type'; readonly name: string };
/** The inbox's lanes in order of travel; filed and linked files share the third. */
export type Lane = Exclude<InboxState, 'duplicate'>;

const mostSaved = 50;

/** What is chosen of the library, but for the words that are looked for. */
export type LibraryChoices = Omit<LibraryFilter, 'words'>;

/** Which event the drawer shows. */
export interface OpenEvent {
  readonly story_id: string;
  readonly event_id: string;
}

export interface CullState {
  readonly mode: CullMode;
  /** The pictures that are gone through, by id, in order. */
  readonly ids: Uint32Array;
  /** Where it is among them. */
  readonly at: number;
  /** Those that are shown side by side, by id: two to four. */
  readonly side_by_side: readonly number[];
}

/** What a person has chosen to look at. Nothing here comes from the log. */
export interface ViewState {
  readonly place: Place;
  readonly timeline: EventFilter & {
    readonly mode: 'stories' | 'events';
    /** The sequence at which a person has the list held still; null while it is live. */
    readonly paused_at: number | null;
    readonly open: OpenEvent | null;
    /** The row that the keyboard is on, by key. */
    readonly active: string | null;
    readonly unfolded: ReadonlySet<string>;
  };
  readonly library: {
    readonly text: string;
    /** Everything that is chosen but the words. */
    readonly filter: LibraryChoices;
    readonly sort: LibrarySort;
    readonly view: 'grid' | 'list';
    readonly zoom: number;
    readonly saved: readonly SavedSearch[];
    /** The open picture, by hash. */
    readonly open: string | null;
    readonly quick_look: boolean;
    /** In a window that is too narrow to show them always. */
    readonly filters_shown: boolean;
  };
  readonly inbox: { readonly text: string; readonly lane: Lane | null };
  readonly system: {
    readonly part: SystemPart;
    readonly text: string;
    readonly chosen: MapChoice | null;
    /** How far back the metrics look. */
    readonly minutes: 1 | 5 | 15;
    readonly lines: 'family' | 'type';
    /** The dead letter that the keyboard is on, by key, and the event in the drawer. */
    readonly active: string | null;
    readonly open: OpenEvent | null;
  };
  readonly quality: { readonly part: QualityPart; /** Words that narrow what is looked at, as in the library. */ readonly text: string };
  readonly board: {
    /** The open project; null for the list of projects. */
    readonly project_id: string | null;
    readonly part: BoardPart;
    readonly text: string;
    /** The event right after which the board is shown; null for now. */
    readonly at: number | null;
    /** The card whose details are open. */
    readonly open: CardRef | null;
  };
  readonly settings: { readonly text: string; /** The section that is scrolled to, by id. */ readonly section: string | null };
  /** The full-screen layer in which pictures are decided about; null while it is closed. */
  readonly cull: CullState | null;
  /** The dialog about stages of the quality pipeline. */
  readonly stages_shown: boolean;
  readonly care: {
    readonly part: CarePart;
    readonly text: string;
    /** The entry of the history that the keyboard is on, and the one that is open. */
    readonly active: string | null;
    readonly open: string | null;
  };
  /** The timeline's menu of filters. */
  readonly filter_menu: boolean;
  readonly keys_shown: boolean;
}

export const useView = create<ViewState>(() => ({
  place: 'timeline',
  timeline: { ...noFilter, mode: 'stories', paused_at: null, open: null, active: null, unfolded: new Set() },
  library: { text: '', filter: {}, sort: defaultSort, view: 'grid', zoom: 3, saved: [], open: null, quick_look: false, filters_shown: false },
  inbox: { text: '', lane: null },
  system: { part: 'map', text: '', chosen: null, minutes: 5, lines: 'family', active: null, open: null },
  quality: { part: 'scores', text: '' },
  board: { project_id: null, part: 'board', text: '', at: null, open: null },
  settings: { text: '', section: null },
  cull: null,
  stages_shown: false,
  care: { part: 'health', text: '', active: null, open: null },
  filter_menu: false,
  keys_shown: false,
}));

export const go = (place: Place) => useView.setState({ place });

export const setTimeline = (change: Partial<ViewState['timeline']>) =>
  useView.setState((state) => ({ timeline: { ...state.timeline, ...change } }));

export const setLibrary = (change: Partial<ViewState['library']>) =>
  useView.setState((state) => ({ library: { ...state.library, ...change } }));

export const setInbox = (change: Partial<ViewState['inbox']>) =>
  useView.setState((state) => ({ inbox: { ...state.inbox, ...change } }));

export const setSystem = (change: Partial<ViewState['system']>) =>
  useView.setState((state) => ({ system: { ...state.system, ...change } }));

export const setQuality = (change: Partial<ViewState['quality']>) =>
  useView.setState((state) => ({ quality: { ...state.quality, ...change } }));

export const setBoard = (change: Partial<ViewState['board']>) =>
  useView.setState((state) => ({ board: { ...state.board, ...change } }));

export const setSettings = (change: Partial<ViewState['settings']>) =>
  useView.setState((state) => ({ settings: { ...state.settings, ...change } }));

/** Opens the settings at a section. */
export function goToSettings(section: string | null = null): void {
  go('settings');
  setSettings({ section, text: '' });
}

/** Opens the layer for deciding, changes it, or closes it. */
export const setCull = (cull: CullState | null) => useView.setState({ cull });

export const showStages = (stages_shown: boolean) => useView.setState({ stages_shown });

export const setCare = (change: Partial<ViewState['care']>) => useView.setState((state) => ({ care: { ...state.care, ...change } }));
export const showKeys = (keys_shown: boolean) => useView.setState({ keys_shown });

export const showFilterMenu = (filter_menu: boolean) => useView.setState({ filter_menu });

/** No words and no choices: all of the library. */
export const everything = { text: '', filter: {} } as const;

/** Takes up a question; ranges and facets that it does not have are cleared. */
export function showSearch({ words = '', ...filter }: LibraryFilter): void {
  go('library');
  setLibrary({ text: words, filter });
}

/** Chooses within one facet, or sets one range; undefined or nothing takes it off. */
export function choose(change: LibraryChoices): void {
  const { filter } = useView.getState().library;
  const isOn = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0);
  setLibrary({ filter: Object.fromEntries(Object.entries({ ...filter, ...change }).filter(([, value]) => isOn(value))) });
}

/** Keeps what is looked for under a name; one that is called the same gives way. */
export function saveSearch(name: string): void {
  const { text, filter, saved } = useView.getState().library;
  const words = text.trim();
  const search = { name, filter: words === '' ? filter : { ...filter, words } };
  setLibrary({ saved: [...saved.filter((one) => one.name !== name), search].slice(-mostSaved) });
}

export function forgetSearch(name: string): void {
  setLibrary({ saved: useView.getState().library.saved.filter((one) => one.name !== name) });
}

/** Opens a picture in the library, clearing filters that could hide it. */
export function goToPicture(content_hash: string): void {
  go('library');
  setLibrary({ open: content_hash, ...everything });
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
  setTimeline({ mode: 'stories', open: { story_id, event_id }, active: rowKeyOf.event(event_id), unfolded: new Set(unfolded).add(story_id), ...noFilter });
}

/** Shows every event of a type, or of a pattern, in the timeline. */
export function goToType(pattern: string): void {
  go('timeline');
  setTimeline({ ...noFilter, patterns: [pattern], mode: 'events', open: null, active: null });
}

export function toggleStory(id: string, open?: boolean): void {
  const unfolded = new Set(useView.getState().timeline.unfolded);
  if (open ?? !unfolded.has(id)) unfolded.add(id);
  else unfolded.delete(id);
  setTimeline({ unfolded });
}
