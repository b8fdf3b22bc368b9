import { t } from '@shared/language/language';
import { breather } from './breather';
import { changedBefore, type LooseFile, rememberAt } from './loose-files';
import type { FiledAsset, FileSight, OrganizedFiles, OrganizedMemory } from './ports';

/** What was found where an asset should lie. */
export type Place =
  | { readonly kind: 'lies' }
  | { readonly kind: 'away'; readonly reason: 'gone' | 'replaced'; readonly occupant: LooseFile | null }
  /** It could not be looked at, or its drive is not plugged in: nothing may be concluded. */
  | { readonly kind: 'unknown'; readonly message: string };

const lies: Place = { kind: 'lies' };
const gone: Place = { kind: 'away', reason: 'gone', occupant: null };

/** Looks where assets should lie, all at once; only a file that has changed since it was read is read, one after the other. */
export async function placesOf(
  assets: readonly FiledAsset[],
  files: OrganizedFiles,
  memory: OrganizedMemory,
  deep: boolean,
): Promise<Place[]> {
  const sights = await Promise.all(assets.map(({ path }) => files.look(path)));
  const places: Place[] = [];
  const breathe = breather();
  for (const [i, asset] of assets.entries()) {
    const sight = sights[i];
    await breathe();
    if (sight?.kind === 'file') places.push(await filledPlace(asset, sight, files, memory, deep));
    else if (sight?.kind === 'unknown') places.push(sight);
    else places.push(await emptyPlace(asset, files, memory));
  }
  return places;
}

async function emptyPlace({ path }: FiledAsset, files: OrganizedFiles, memory: OrganizedMemory): Promise<Place> {
  const known = memory.known(path);
  if (known === null || !(await files.driveIsAway(path, known.node))) return gone;
  return { kind: 'unknown', message: t('The drive on which this file lay is not there.') };
}

async function filledPlace(
  asset: FiledAsset,
  sight: FileSight,
  files: OrganizedFiles,
  memory: OrganizedMemory,
  deep: boolean,
): Promise<Place> {
  const judge = (seen: FileSight, hash: string): Place => (hash === asset.content_hash ? lies : replacedBy(asset, seen, hash));
  const known = deep ? null : memory.known(asset.path);
  if (known?.identity === sight.identity) return judge(sight, known.content_hash);
  // What has not changed since Alice filed it there is what it filed, also when what was known of it is lost.
  if (known === null && !deep && sight.size === asset.file_size && changedBefore(sight, asset.filed_at)) {
    rememberAt(memory, asset.path, sight, asset.content_hash);
    return lies;
  }
  const reading = await files.read(asset.path);
  switch (reading.kind) {
    case 'read':
      rememberAt(memory, asset.path, reading.sight, reading.content_hash);
      return judge(reading.sight, reading.content_hash);
    case 'nothing':
      return gone;
    case 'changed':
      return { kind: 'unknown', message: t('This file is being written to.') };
    case 'unknown':
      return reading;
  }
}

function replacedBy({ path }: FiledAsset, sight: FileSight, content_hash: string): Place {
  return { kind: 'away', reason: 'replaced', occupant: { path, sight, content_hash } };
}
