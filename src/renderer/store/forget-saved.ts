import { t } from '@shared/language/language';
import { mostSavedSearches } from '@shared/library/library-preferences';
import { mostSavedFilters } from '@shared/library/timeline-filter';
import { forgetFilter, keepFilters, useSavedFilters } from './event-filter-saved';
import { say } from './use-toasts';
import { forgetSearch, setLibrary, useView } from './use-view';
import { sayWithWayBack } from './ways-back';

interface Named {
  readonly name: string;
}

/** A list with one again where it was; null where one of that name is there by now, or as many as are kept. */
export function withAgain<One extends Named>(list: readonly One[], one: One, at: number, most: number): readonly One[] | null {
  if (list.length >= most || list.some(({ name }) => name === one.name)) return null;
  return list.toSpliced(at, 0, one);
}

/** Forgets a saved search of the library; what is saved or renamed meanwhile stays when it comes back. */
export function forgetSavedSearch(name: string): void {
  forgetNamed(name, () => useView.getState().library.saved, forgetSearch, (saved) => setLibrary({ saved }), mostSavedSearches);
}

/** The same for a filter of the timeline. */
export function forgetSavedFilter(name: string): void {
  forgetNamed(name, () => useSavedFilters.getState().saved, forgetFilter, keepFilters, mostSavedFilters);
}

function forgetNamed<One extends Named>(
  name: string, now: () => readonly One[], forget: (name: string) => void, keep: (list: readonly One[]) => void, most: number,
): void {
  const at = now().findIndex((one) => one.name === name);
  const one = now()[at];
  if (one === undefined) return;
  const forgotten = t('“{name}” is forgotten', { name });
  const back = () => {
    const list = withAgain(now(), one, at, most);
    if (list === null) {
      say(t('“{name}” could not come back: its name is taken, or {most, number} are kept already. Forget another first.', { name, most }), 'problem');
      return;
    }
    keep(list);
    say(t('“{name}” is back', { name }));
  };
  const again = () => {
    forget(name);
    say(forgotten);
  };
  forget(name);
  sayWithWayBack(forgotten, { back, again });
}
