import { t } from '@shared/language/language';
import { breather } from './breather';
import { type LooseFile, LooseFiles } from './loose-files';
import { placesOf } from './places';
import type { FiledAsset, OrganizedFiles, OrganizedMemory } from './ports';
import { type SidecarMove, sidecarMoves } from './sidecar-moves';
import { type Walked, walkForLoose } from './walk-for-loose';

export interface SurveyWish {
  /** Only what lies at or below these paths; everything, when left out. */
  readonly paths?: readonly string[] | undefined;
  /** Reads every byte instead of trusting what has not changed. */
  readonly deep?: boolean;
  /** Walks through the folder also when nothing is amiss, and reads what belongs to nobody. */
  readonly foreign?: boolean;
  /** A person said that this is the organized folder, though nothing of the library lies in it. */
  readonly trustRoot?: boolean;
  readonly progress?: (looked: number) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface Moved {
  readonly asset: FiledAsset;
  readonly to: LooseFile;
  readonly sidecars: readonly SidecarMove[];
}

export interface Away {
  readonly asset: FiledAsset;
  readonly reason: 'gone' | 'replaced';
}

export interface Unknown {
  readonly path: string;
  readonly content_hash: string | null;
  readonly message: string;
}

/** What was found. Nothing was said and nothing touched. */
export interface Survey {
  /**
   * `gone`: the organized folder is not there. `away`: a folder is there, but not the one that was, and nothing of the library
   * lies in it, as when a drive is not plugged in. Of neither may it be concluded that files are missing.
   */
  readonly root: 'there' | 'gone' | 'away';
  /** How many assets were looked for, and how many files were passed on a walk through the folder. */
  readonly assets: number;
  readonly files: number;
  /** Recorded as missing, and there again at their place. */
  readonly returned: readonly FiledAsset[];
  readonly moved: readonly Moved[];
  readonly away: readonly Away[];
  readonly unknown: readonly Unknown[];
  /** Files that belong to nobody. */
  readonly loose: readonly LooseFile[];
  readonly leftovers: readonly string[];
}

const pageSize = 256;
const nothing = { assets: 0, files: 0, returned: [], moved: [], away: [], unknown: [], loose: [], leftovers: [] } as const;

/** Compares the organized folder with the library. What it holds in memory grows with what is amiss, not with the library. */
export async function survey(files: OrganizedFiles, memory: OrganizedMemory, wish: SurveyWish = {}): Promise<Survey> {
  const { deep = false, foreign = false, signal } = wish;
  const root = await files.root();
  if (root === null) return { root: 'gone', ...nothing };
  // Whether the right folder is there, only a look at everything can tell.
  if (wish.paths && memory.root !== root) return survey(files, memory, { ...wish, paths: undefined });

  const loose = new LooseFiles(files, memory, deep);
  const returned: FiledAsset[] = [];
  let away: Away[] = [];
  const unknown: Unknown[] = [];
  const moved: Moved[] = [];
  const breathe = breather();
  let [looked, lie] = [0, 0];
  for (const page of wish.paths ? assetsBelow(memory, wish.paths) : allAssets(memory)) {
    const busy = memory.underway();
    const mine = page.filter(({ content_hash, path }) => !busy.hashes.has(content_hash) && !busy.paths.has(path));
    const places = await placesOf(mine, files, memory, deep);
    for (const [i, asset] of mine.entries()) {
      const place = places[i];
      if (place?.kind === 'lies') lie += 1;
      if (place?.kind === 'lies' && asset.missing !== null) returned.push(asset);
      if (place?.kind === 'unknown') unknown.push({ path: asset.path, content_hash: asset.content_hash, message: place.message });
      if (place?.kind !== 'away') continue;
      away.push({ asset, reason: place.reason });
      const { occupant } = place;
      // What lies here instead belongs to nobody, unless it was moved here and that is recorded.
      if (occupant?.content_hash && memory.asset(occupant.content_hash)?.path !== asset.path) loose.add(occupant);
    }
    looked += page.length;
    wish.progress?.(looked);
    await breathe();
    signal?.throwIfAborted();
  }
  if (wish.paths && away.length === 0 && (await someNewcomer(wish.paths, files, memory))) away = stillAway(memory);

  let walk: Walked = { files: 0, leftovers: [] };
  if (away.length > 0 || foreign) walk = await walkForLoose({ files, memory, loose, moved, unknown, signal });
  const nowhere: Away[] = [];
  for (const each of away) {
    await breathe();
    signal?.throwIfAborted();
    const to = await loose.find(each.asset);
    if (to === null) {
      nowhere.push(each);
      continue;
    }
    loose.take(to);
    moved.push({ asset: each.asset, to, sidecars: await sidecarMoves(each.asset, to.path, loose, files) });
  }
  if (foreign) {
    for (const file of loose.left()) {
      signal?.throwIfAborted();
      const read = await loose.read(file);
      if (read === null) unknown.push({ path: file.path, content_hash: null, message: t('This file could not be read.') });
      const asset = read?.content_hash ? memory.asset(read.content_hash) : null;
      if (!read || !asset || !(await files.isSame(asset.path, read.path))) continue;
      // No second copy: the very file, which is called otherwise by now.
      loose.take(read);
      moved.push({ asset, to: read, sidecars: await sidecarMoves(asset, read.path, loose, files) });
    }
  }

  const found = lie + moved.length;
  // The folder that was looked through must still be the same one at the end.
  if ((await files.root()) !== root) return { root: 'gone', ...nothing };
  if (memory.root !== root) {
    if (found === 0 && nowhere.length > 0 && !wish.trustRoot) return { root: 'away', ...nothing, assets: looked };
    memory.root = root;
  }
  return { root: 'there', assets: looked, files: walk.files, returned, moved, away: nowhere, unknown, loose: loose.left(), leftovers: walk.leftovers };
}

function* allAssets(memory: OrganizedMemory): Iterable<readonly FiledAsset[]> {
  for (let after: FiledAsset | null = null; ; ) {
    const page: readonly FiledAsset[] = memory.page(after, pageSize);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last;
  }
}

function* assetsBelow(memory: OrganizedMemory, paths: readonly string[]): Iterable<readonly FiledAsset[]> {
  const seen = new Set<string>();
  for (const path of paths) {
    const mine = memory.below(path).filter(({ content_hash }) => !seen.has(content_hash));
    for (const { content_hash } of mine) seen.add(content_hash);
    for (let i = 0; i < mine.length; i += pageSize) yield mine.slice(i, i + pageSize);
  }
}

/** Whether something lies at one of these paths that no asset is recorded to be: it may be what is missing. */
async function someNewcomer(paths: readonly string[], files: OrganizedFiles, memory: OrganizedMemory): Promise<boolean> {
  for (const path of paths) if (!memory.isPlace(path) && !memory.underway().paths.has(path) && (await files.isThere(path))) return true;
  return false;
}

function stillAway(memory: OrganizedMemory): Away[] {
  return memory.missing().flatMap((asset) => (asset.missing === null ? [] : [{ asset, reason: asset.missing }]));
}
