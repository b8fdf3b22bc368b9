import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { t } from '@shared/language/language';
import { hasCode } from '../adapters/files/file-trouble';

export interface FolderProblems {
  /** A sentence, or null when the folder will do. */
  readonly inbox: string | null;
  readonly organized: string | null;
}

export interface FolderWishes {
  readonly inbox: string;
  readonly organized: string;
  readonly operation: 'copy' | 'move';
  /** Where the log is kept; it must not lie where files are taken from. */
  readonly data?: string;
  /** Which folders are created when they are not there yet. One that should be there may be on a drive that is not plugged in. */
  readonly create: 'none' | 'organized' | 'both';
}

/** Checks, without touching anything, whether files can go from one folder to the other. */
export async function checkFolders({ inbox, organized, operation, create, data }: FolderWishes): Promise<FolderProblems> {
  const from = await realPathOf(inbox);
  const to = await realPathOf(organized);
  if (from === to) {
    return { inbox: null, organized: t('Inbox and organized folder are the same folder, {organized}. Choose two different ones.', { organized }) };
  }
  if (contains(from, to)) {
    return { inbox: null, organized: t('The organized folder {organized} lies inside the inbox {inbox}. Choose one outside of it.', { organized, inbox }) };
  }
  if (contains(to, from)) {
    return { inbox: t('The inbox {inbox} lies inside the organized folder {organized}. Choose one outside of it.', { inbox, organized }), organized: null };
  }
  if (data !== undefined) {
    const log = await realPathOf(data);
    if (log === from || contains(from, log)) {
      return { inbox: t('The data folder {data} lies inside the inbox {inbox}. Choose one outside of it.', { data, inbox }), organized: null };
    }
  }
  return {
    inbox: await problemWith(inbox, 'inbox', create === 'both', operation === 'move'),
    organized: await problemWith(organized, 'organized', create !== 'none', true),
  };
}

/** The first problem as one sentence, or null. */
export function firstProblem({ inbox, organized }: FolderProblems): string | null {
  return inbox ?? organized;
}

async function problemWith(folder: string, what: 'inbox' | 'organized', create: boolean, write: boolean): Promise<string | null> {
  const there = await kindOf(folder);
  if (there === 'file') return t('{what, select, inbox {The inbox} other {The organized folder}} {folder} is a file. Name a folder.', { what, folder });
  if (there === 'nothing' && !create) {
    return t('{what, select, inbox {The inbox} other {The organized folder}} {folder} is not there. Create it, or name another folder.', { what, folder });
  }
  const existing = there === 'folder' ? folder : await nearestExisting(folder);
  if ((await kindOf(existing)) !== 'folder') {
    return t(
      '{what, select, inbox {The inbox} other {The organized folder}} {folder} cannot be created: {existing} is not a folder.',
      { what, folder, existing },
    );
  }
  if (!(await allowed(existing, constants.R_OK | constants.X_OK))) {
    return t(
      'Alice may not read {what, select, inbox {the inbox} other {the organized folder}} {folder}. Change its permissions, or name another folder.',
      { what, folder },
    );
  }
  if ((write || there === 'nothing') && !(await allowed(existing, constants.W_OK | constants.X_OK))) {
    return t(
      'Alice may not write to {what, select, inbox {the inbox} other {the organized folder}} {folder}. Change its permissions, or name another folder.',
      { what, folder },
    );
  }
  return null;
}

async function kindOf(path: string): Promise<'folder' | 'file' | 'nothing'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return 'nothing';
    if (hasCode(error, 'ENOTDIR')) return 'nothing';
    if (hasCode(error, 'EACCES')) return 'folder';
    throw error;
  }
}

async function allowed(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(() => true, () => false);
}

async function nearestExisting(path: string): Promise<string> {
  let current = path;
  while ((await kindOf(current)) === 'nothing' && dirname(current) !== current) current = dirname(current);
  return current;
}

/** The true place of a path, also when its last parts do not exist yet. */
export async function realPathOf(path: string): Promise<string> {
  const existing = await nearestExisting(path);
  const real = await realpath(existing).catch(() => existing);
  return existing === path ? real : join(real, relative(existing, path));
}

function contains(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way) && basename(way) !== '';
}
