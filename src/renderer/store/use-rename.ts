import { t } from '@shared/language/language';
import { create } from 'zustand';
import { keepFilters, useSavedFilters } from './event-filter-saved';
import { say } from './use-toasts';
import { setLibrary, useView } from './use-view';
import { sayWithWayBack } from './ways-back';

/** What has a name that a person gave it, and is renamed in a small form. */
export interface Renamed {
  readonly kind: 'search' | 'filter';
  readonly name: string;
}

/** What is being renamed. */
export const useRename = create<{ readonly what: Renamed | null }>(() => ({ what: null }));

export const askForName = (what: Renamed | null) => useRename.setState({ what });

interface Named {
  readonly name: string;
}

/** The list with one called otherwise; null where another is called so already, for none may give way unsaid. */
export function renamed<One extends Named>(list: readonly One[], from: string, to: string): readonly One[] | null {
  if (from !== to && list.some(({ name }) => name === to)) return null;
  return list.map((one) => (one.name === from ? { ...one, name: to } : one));
}

/** Gives something another name, and says so with the way back; or says who has that name. */
export function rename({ kind, name }: Renamed, to: string): void {
  askForName(null);
  if (name === to) return;
  const call = kind === 'search' ? renameSearch : renameFilter;
  const called = (from: string, next: string): boolean => {
    const done = call(from, next);
    if (!done) say(t('“{to}” is there already. Nothing was renamed; choose another name.', { to: next }), 'problem');
    return done;
  };
  if (!called(name, to)) return;
  const act = { back: () => void called(to, name), again: () => void called(name, to) };
  sayWithWayBack(t('“{name}” is called “{to}” now', { name, to }), act);
}

function renameSearch(from: string, to: string): boolean {
  const next = renamed(useView.getState().library.saved, from, to);
  if (next !== null) setLibrary({ saved: next });
  return next !== null;
}

function renameFilter(from: string, to: string): boolean {
  const next = renamed(useSavedFilters.getState().saved, from, to);
  if (next !== null) keepFilters(next);
  return next !== null;
}
