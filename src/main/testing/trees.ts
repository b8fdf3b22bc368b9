import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Every path below a folder, files only, sorted, relative to it. */
export function filesBelow(folder: string): string[] {
  return entriesBelow(folder)
    .filter((path) => lstatSync(path).isFile())
    .map((path) => relative(folder, path))
    .sort();
}

function entriesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? [path, ...entriesBelow(path)] : [path];
  });
}

export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The SHA-256 of every file below some folders, sorted: what must never lose a member. */
export function contentsOf(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) => filesBelow(folder).map((path) => hashOf(readFileSync(join(folder, path))))).sort();
}

/** Everything that can be seen of a tree: kinds, sizes, times, contents. Equal before and after means: not touched. */
export function snapshotOf(folder: string): Record<string, string> {
  const seen = ['', ...entriesBelow(folder).map((path) => relative(folder, path)).sort()].map((path) => {
    const stats = lstatSync(join(folder, path), { bigint: true });
    const content = stats.isFile() ? hashOf(readFileSync(join(folder, path))) : '';
    return [path, `${stats.mode} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs} ${content}`] as const;
  });
  return Object.fromEntries(seen);
}

/** What the first list holds and the second lacks, counting repetitions. */
export function missingFrom(before: readonly string[], after: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of after) left.set(one, (left.get(one) ?? 0) + 1);
  return before.filter((one) => {
    const n = left.get(one) ?? 0;
    left.set(one, n - 1);
    return n <= 0;
  });
}
