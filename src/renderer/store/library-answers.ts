import type { LibraryAnswer, LibraryGroup } from '@shared/library/library-answer';

function marksOf(ids: Uint32Array): Uint8Array {
  const marks = new Uint8Array(ids.reduce((most, id) => Math.max(most, id), 0) + 1);
  for (const id of ids) marks[id] = 1;
  return marks;
}

/** How many pictures of the next answer are not in the one that is shown. */
export function addedIn(next: LibraryAnswer, shown: LibraryAnswer): number {
  const known = marksOf(shown.ids);
  return next.ids.reduce((sum, id) => sum + (known[id] === 1 ? 0 : 1), 0);
}

/** What is shown, with nothing new in it and without what the next answer has no more. Counts are those of the next. */
export function withoutGone(shown: LibraryAnswer, next: LibraryAnswer): LibraryAnswer {
  const still = marksOf(next.ids);
  const stays = (id: number) => still[id] === 1;
  const groups: LibraryGroup[] = [];
  let from = 0;
  for (const { key, count } of shown.groups) {
    const left = shown.ids.subarray(from, from + count).reduce((sum, id) => sum + (stays(id) ? 1 : 0), 0);
    if (left > 0) groups.push({ key, count: left });
    from += count;
  }
  return {
    ...next,
    ids: shown.ids.filter(stays),
    ratios: shown.ratios.filter((_, at) => stays(shown.ids[at] ?? 0)),
    groups,
  };
}
