import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';

interface Entry {
  /** Relative to the folder. */
  readonly path: string;
  /** Absolute, as bytes: a name that is no text can only be opened by them. */
  readonly place: Buffer;
}

const slash = Buffer.from('/');

function entriesBelow(folder: Buffer, prefix = ''): Entry[] {
  return readdirSync(folder, { withFileTypes: true, encoding: 'buffer' }).flatMap((entry) => {
    const place = Buffer.concat([folder, slash, entry.name]);
    const path = prefix + entry.name.toString('utf8');
    return entry.isDirectory() ? [{ path, place }, ...entriesBelow(place, `${path}/`)] : [{ path, place }];
  });
}

const regularFiles = (folder: string) => entriesBelow(Buffer.from(folder)).filter(({ place }) => lstatSync(place).isFile());

/** Every path below a folder, files only, sorted, relative to it. */
export function filesBelow(folder: string): string[] {
  return regularFiles(folder).map(({ path }) => path).sort();
}

export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The SHA-256 of every file below some folders, sorted: what must never lose a member. */
export function contentsOf(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) => regularFiles(folder).map(({ place }) => hashOf(readFileSync(place)))).sort();
}

/** Everything that can be seen of a tree: kinds, sizes, times, contents. Equal before and after means: not touched. */
export function snapshotOf(folder: string): Record<string, string> {
  const seen = [{ path: '', place: Buffer.from(folder) }, ...entriesBelow(Buffer.from(folder))].map(({ path, place }) => {
    const stats = lstatSync(place, { bigint: true });
    const content = stats.isFile() ? hashOf(readFileSync(place)) : '';
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
