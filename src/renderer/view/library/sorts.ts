import { t } from '@shared/language/language';
import type { LibrarySort } from '@shared/library/library-filter';

interface SortWords {
  readonly by: LibrarySort['by'];
  readonly name: string;
  /** What the order is called when the largest comes first, and when the smallest does. */
  readonly descending: string;
  readonly ascending: string;
}

export const sorts: readonly SortWords[] = [
  { by: 'filed', name: t('Filed'), descending: t('Newest filed'), ascending: t('Oldest filed') },
  { by: 'made', name: t('Made'), descending: t('Newest made'), ascending: t('Oldest made') },
  { by: 'stars', name: t('Stars'), descending: t('Most stars'), ascending: t('Fewest stars') },
  { by: 'score', name: t('Technical score'), descending: t('Poorest score'), ascending: t('Best score') },
  { by: 'aesthetic', name: t('Aesthetic score'), descending: t('Highest aesthetic'), ascending: t('Lowest aesthetic') },
  { by: 'preference', name: t('Preference'), descending: t('Most preferred'), ascending: t('Least preferred') },
  { by: 'size', name: t('File size'), descending: t('Largest files'), ascending: t('Smallest files') },
  { by: 'pixels', name: t('Pixels'), descending: t('Most pixels'), ascending: t('Fewest pixels') },
  { by: 'name', name: t('Name'), descending: t('Name, Z to A'), ascending: t('Name, A to Z') },
];

/** Whether the first look at an order wants the largest first. A low technical score is a good one. */
const startsDescending = (by: LibrarySort['by']) => by !== 'name' && by !== 'score';

/** The order that a choice leads to: the other way round when it is the one that is on. */
export function sortAfter(current: LibrarySort, by: LibrarySort['by']): LibrarySort {
  return current.by === by ? { by, descending: !current.descending } : { by, descending: startsDescending(by) };
}

export function sortInWords({ by, descending }: LibrarySort): string {
  const words = sorts.find((sort) => sort.by === by);
  return words?.[descending ? 'descending' : 'ascending'] ?? by;
}
