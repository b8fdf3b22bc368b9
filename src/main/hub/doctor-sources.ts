import { stat } from 'node:fs/promises';
import { t } from '@shared/language/language';
import type { Source } from '@shared/library/source';
import { inboxFilesOf } from '../adapters/files/inbox-files';
import { startsAsMedia } from '../adapters/files/starts-as-media';
import { isNamedAsMedia } from '../services/intake/folder-rules';
import type { Sighting } from '../services/intake/ports';
import { type Finding, findingOf } from './doctor-finding';

/** A source as the check sees it. */
export type SourceToCheck = Pick<Source, 'name' | 'path' | 'subfolders' | 'only_media' | 'enabled'> & { readonly state?: string };

const isWatched = ({ enabled, state }: SourceToCheck) => enabled && state !== 'refused';

/** Every file that should have an outcome: all of the inbox, and of each source what is taken from it. */
export async function* scanEverywhere(
  inbox: string, sources: readonly SourceToCheck[], isKnown: (path: string) => boolean,
): AsyncGenerator<Sighting> {
  yield* inboxFilesOf(inbox).scan(inbox);
  for (const { path: folder, subfolders, only_media } of sources.filter(isWatched)) {
    for await (const sighting of inboxFilesOf(folder, { organized: null, largestFile: Infinity, subfolders }).scan(folder)) {
      const { path, kind } = sighting;
      if (only_media && !isKnown(path) && !(await concernsAlice(path, kind))) continue;
      yield sighting;
    }
  }
}

/** Of a source that is not there nothing is known, and that is said. */
export async function sourcesAway(sources: readonly SourceToCheck[]): Promise<readonly Finding[]> {
  const away = await Promise.all(sources.filter(isWatched).map(async (source) => {
    const there = source.state !== 'missing' && (await stat(source.path).then((stats) => stats.isDirectory(), () => false));
    return there ? [] : [source];
  }));
  return away.flat().map(({ name, path }) =>
    findingOf('unreadable', path, null, t(
      'The source “{name}” is not there, so its files were not checked. Plug its drive in and check again, or remove the source.', { name },
    ), []));
}

async function concernsAlice(path: string, kind: Sighting['kind']): Promise<boolean> {
  return isNamedAsMedia(path) || (kind === 'path' && (await startsAsMedia(path)) === true);
}
