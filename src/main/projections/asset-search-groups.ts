import type { LibraryGroup } from '@shared/library/library-answer';
import type { LibrarySort } from '@shared/library/library-filter';
import type { AssetColumns } from './asset-search-columns';

/** Neighbours of one day, or with as many stars, are a group; orders by anything else have none. */
export function groupsOf(ids: Uint32Array, by: LibrarySort['by'], columns: AssetColumns): LibraryGroup[] {
  const keyOf = keys(by, columns);
  const groups: { key: number | null; count: number }[] = [];
  for (const id of ids) {
    const key = keyOf(id);
    const current = groups.at(-1);
    if (current?.key === key) current.count += 1;
    else groups.push({ key, count: 1 });
  }
  return groups;
}

function keys(by: LibrarySort['by'], columns: AssetColumns): (id: number) => number | null {
  const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);
  switch (by) {
    case 'filed':
      return (id) => known(columns.number('filed_day')[id]);
    case 'made':
      return (id) => known(columns.number('made_day')[id]);
    case 'stars':
      return (id) => Number(columns.dictionaries.stars.values[columns.codes('stars')[id] ?? 0]);
    default:
      return () => null;
  }
}
