import { breather } from './breather';
import type { LooseFiles } from './loose-files';
import type { FileSight, OrganizedFiles, OrganizedMemory } from './ports';
import type { Moved, Unknown } from './survey';

interface Walk {
  readonly files: OrganizedFiles;
  readonly memory: OrganizedMemory;
  readonly loose: LooseFiles;
  readonly moved: Moved[];
  readonly unknown: Unknown[];
  readonly signal: AbortSignal | undefined;
}

export interface Walked {
  /** How many files were passed. */
  readonly files: number;
  readonly leftovers: readonly string[];
}

/** Walks through the organized folder and gathers the files that belong to nobody. */
export async function walkForLoose({ files, memory, loose, moved, unknown, signal }: Walk): Promise<Walked> {
  const sidecars = new Set(memory.sidecars());
  const leftovers: string[] = [];
  const breathe = breather();
  let passed = 0;
  for await (const each of files.walk()) {
    await breathe();
    signal?.throwIfAborted();
    if (each.kind === 'unknown') {
      unknown.push({ path: each.path, content_hash: null, message: each.message });
      continue;
    }
    const { path } = each;
    if (each.kind === 'file') passed += 1;
    if (memory.isPlace(path) || sidecars.has(path) || memory.underway().paths.has(path)) continue;
    if (each.kind === 'leftover') {
      leftovers.push(path);
      continue;
    }
    const sight = await files.look(path);
    if (sight.kind !== 'file') continue;
    const file = { path, sight, content_hash: null };
    const before = await otherSpelling(path, sight, { files, memory });
    const asset = before === null ? undefined : memory.below(before).find((one) => one.path === before && one.missing === null);
    if (asset) moved.push({ asset, to: file, sidecars: [] });
    else loose.add(file);
  }
  return { files: passed, leftovers };
}

/**
 * Where a file system takes `Boat.png` and `boat.png` for the same name, or folds accents, a file that was respelled is still
 * found under its old name; it has not gone, but it is called otherwise.
 */
async function otherSpelling(path: string, { node, links }: FileSight, { files, memory }: Pick<Walk, 'files' | 'memory'>): Promise<string | null> {
  if (links !== 1) return null;
  for (const place of memory.placesOf(node)) {
    if (place === path || folded(place) !== folded(path) || !memory.isPlace(place)) continue;
    const there = await files.look(place);
    if (there.kind === 'file' && there.node === node) return place;
  }
  return null;
}

function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
