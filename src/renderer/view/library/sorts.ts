import type { LibrarySort } from '@shared/library/library-filter';

interface SortWords {
  readonly by: LibrarySort['by'];
  readonly name: string;
  /** What the order is called when the largest comes first, and when the smallest does. */
  readonly descending: string;
  readonly ascending: string;
}

export const sorts: readonly SortWords[] = [
  { by: 'filed', name: 'Filed', descending: 'Newest filed', ascending: 'Oldest filed' },
  { by: 'made', name: 'Made', descending: 'Newest made', ascending: 'Oldest made' },
  { by: 'stars', name: 'Stars', descending: 'Most stars', ascending: 'Fewest stars' },
  { by: 'score', name: 'Technical score', descending: 'Poorest score', ascending: 'Best score' },
  { by: 'aesthetic', name: 'Aesthetic score', descending: 'Highest aesthetic', ascending: 'Lowest aesthetic' },
  { by: 'preference', name: 'Preference', descending: 'Most preferred', ascending: 'Least preferred' },
  { by: 'size', name: 'File size', descending: 'Largest files', ascending: 'Smallest files' },
  { by: 'pixels', name: 'Pixels', descending: 'Most pixels', ascending: 'Fewest pixels' },
  { by: 'name', name: 'Name', descending: 'Name, Z to A', ascending: 'Name, A to Z' },
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
