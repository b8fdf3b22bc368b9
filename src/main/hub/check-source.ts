import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { t } from '@shared/language/language';
import type { Source } from '@shared/library/source';
import { PatientCalls } from '../adapters/files/patient-calls';
import { realPathOf } from './check-folders';

export interface FoldersBesideSource {
  readonly inbox: string;
  readonly organized: string;
  readonly data: string;
  readonly others: readonly Pick<Source, 'name' | 'path'>[];
}

/** One folder that a source must keep clear of; `name` is that of another source. */
interface Place {
  readonly what: 'organized' | 'data' | 'inbox' | 'source';
  readonly name: string;
  readonly path: string;
}

// A drive that does not answer is asked for so long, and holds up no other folder.
const calls = new PatientCalls({ limitMs: 3_000, width: 2 });

type Asked = Pick<Source, 'path' | 'operation'>;

/**
 * Whether files can be taken from a folder, as a sentence; null when they can. A folder that is not there is no problem of this
 * kind: its drive may be away.
 */
export async function sourcePlaceProblem({ path }: Pick<Source, 'path'>, folders: FoldersBesideSource): Promise<string | null> {
  const { inbox, organized, data, others } = folders;
  const places: Place[] = [
    { what: 'organized', name: '', path: organized },
    { what: 'data', name: '', path: data },
    { what: 'inbox', name: '', path: inbox },
    ...others.map(({ name, path: place }) => ({ what: 'source', name, path: place }) as const),
  ];
  for (const place of places) {
    const problem = await overlap(path, place);
    if (problem !== null) return problem;
  }
  return null;
}

/** Whether a folder can become a source now, as a sentence; null when it can. Touches nothing. */
export async function newSourceProblem(source: Asked, folders: FoldersBesideSource): Promise<string | null> {
  const { path, operation } = source;
  const stats = await stat(path).catch(() => null);
  if (stats === null) return t('The folder {path} is not there. Create it, plug its drive in, or choose another one.', { path });
  if (!stats.isDirectory()) return t('{path} is a file. Choose the folder that it lies in.', { path });
  if (!(await allowed(path, constants.R_OK | constants.X_OK))) {
    return t('Alice may not read the folder {path}. Change its permissions, or choose another one.', { path });
  }
  if (operation === 'move' && !(await allowed(path, constants.W_OK | constants.X_OK))) {
    return t(
      'Alice may not change the folder {path}, so nothing can be moved out of it. Copy from it instead, or change its permissions.', { path },
    );
  }
  return sourcePlaceProblem(source, folders);
}

async function overlap(source: string, { what, name, path }: Place): Promise<string | null> {
  const [inner, outer] = await Promise.all([chainOf(source), chainOf(path)]);
  const [self, other] = [inner[0], outer[0]];
  if (self === undefined || other === undefined) return null;
  if (self.some((name) => other.includes(name))) {
    return t('{source} is {what, select, organized {the organized folder} data {the data folder} inbox {the inbox} other {the source “{name}”}} already. Choose another folder.', { source, what, name });
  }
  if (inner.some((above) => above.some((name) => other.includes(name)))) {
    return t(
      '{source} lies inside {what, select, organized {the organized folder} data {the data folder} inbox {the inbox} other {the source “{name}”}} ({path}). Choose a folder outside of it.',
      { source, what, name, path },
    );
  }
  if (outer.some((above) => above.some((name) => self.includes(name)))) {
    return t(
      '{source} contains {what, select, organized {the organized folder} data {the data folder} inbox {the inbox} other {the source “{name}”}} ({path}), whose files are not to be taken in again. Choose a folder without it.',
      { source, what, name, path },
    );
  }
  return null;
}

/**
 * A folder and all above it, each by its true path and, where it is there, by device and number: two paths can lead to one
 * folder by a link, a mount, or letters of another case.
 */
async function chainOf(path: string): Promise<string[][]> {
  const chain: string[][] = [];
  for (let folder = await calls.run(() => realPathOf(path), undefined, path).catch(() => path); ; folder = dirname(folder)) {
    const here = folder;
    const stats = await calls.run(() => stat(here, { bigint: true }), undefined, here).catch(() => null);
    chain.push([folder, ...(stats === null ? [] : [`${stats.dev}:${stats.ino}`])]);
    if (dirname(folder) === folder) return chain;
  }
}

function allowed(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(() => true, () => false);
}
