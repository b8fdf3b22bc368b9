import { basename } from 'node:path';
import type { DryRunFile, DryRunFolder } from '@shared/library/dry-run';
import { countOf } from '@shared/story/words';
import type { DryRunFold } from '../hub/dry-run-fold';
import { layOut } from '../hub/dry-run-tree';
import { print } from './printer';

/** Prints the folders that a dry run would make, each file under its new name, then what would not be filed. */
export function printTree(fold: DryRunFold, organized: string): void {
  const previewed = [...fold.files].flatMap((each) => {
    const { path, outcome } = each;
    return outcome === null ? [] : [{ ...each, outcome, name: basename(path) }];
  });
  const { outline, files } = layOut(previewed, organized);
  for (const [at, { path, kind, first, end }] of outline.folders.entries()) {
    const depth = path.length - 1;
    print(`${'  '.repeat(depth)}${path.at(-1) ?? ''}${kind === 'organized' ? '/' : ''}  (${countOf(end - first, 'file')})`);
    for (const file of files.slice(ownFrom(outline.folders, at), end)) print(`${'  '.repeat(depth + 1)}${lineOf(file)}`);
  }
}

/** Where the files begin that lie in a folder itself: behind those of the folders in it. */
function ownFrom(folders: readonly DryRunFolder[], at: number): number {
  const { first, end } = folders[at] ?? { first: 0, end: 0 };
  let from = first;
  for (let next = at + 1; ; next += 1) {
    const inside = folders[next];
    if (inside === undefined || inside.first >= end) return from;
    from = Math.max(from, inside.end);
  }
}

function lineOf({ name, new_name, sentence }: DryRunFile): string {
  return new_name === null ? `${name}: ${sentence ?? ''}` : `${new_name}  <- ${name}`;
}
