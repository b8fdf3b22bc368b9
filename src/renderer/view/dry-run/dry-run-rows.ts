import type { DryRunFolder, DryRunOutline } from '@shared/library/dry-run';

export type DryRunRow =
  | {
      readonly kind: 'folder'; readonly key: string; readonly height: number; readonly level: number;
      readonly folder: DryRunFolder; readonly open: boolean;
      /** Its files that are shown. */
      readonly ids: readonly number[];
    }
  | { readonly kind: 'file'; readonly key: string; readonly height: number; readonly level: number; readonly id: number };

const height = 32;
const keyOf = ({ path, kind }: DryRunFolder) => `${kind}/${path.join('/')}`;

/** The rows of the tree: folders before the files in them, what is folded left out. @param found shows these files alone */
export function dryRunRows(
  { folders, files }: DryRunOutline, folded: ReadonlySet<string>, found: readonly number[] | null,
): readonly DryRunRow[] {
  const shown = found ?? Array.from({ length: files }, (_, id) => id);
  const rows: DryRunRow[] = [];
  const filesOf = (first: number, end: number) => shown.slice(placeOf(shown, first), placeOf(shown, end));
  const lay = (at: number): number => {
    const folder = folders[at];
    if (folder === undefined) return at + 1;
    const ids = filesOf(folder.first, folder.end);
    const key = keyOf(folder);
    const level = folder.path.length;
    const open = !folded.has(key);
    if (ids.length > 0) rows.push({ kind: 'folder', key, height, level, folder, open, ids });
    const mark = rows.length;
    let next = at + 1;
    let own = folder.first;
    for (let child = folders[next]; child !== undefined && isInside(child, folder); child = folders[next]) {
      next = lay(next);
      own = child.end;
    }
    for (const id of filesOf(own, folder.end)) rows.push({ kind: 'file', key: `file ${id}`, height, level: level + 1, id });
    if (!open) rows.length = mark;
    return next;
  };
  for (let at = 0; at < folders.length; ) at = lay(at);
  return rows;
}

function isInside(child: DryRunFolder, folder: DryRunFolder): boolean {
  return child.kind === folder.kind && child.path.length > folder.path.length && folder.path.every((name, i) => child.path[i] === name);
}

/** Where a number stands, or would, in a list in order. */
function placeOf(sorted: readonly number[], wanted: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
