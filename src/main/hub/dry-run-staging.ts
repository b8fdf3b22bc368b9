import { t } from '@shared/language/language';
import { constants } from 'node:fs';
import { access, lstat, readdir, realpath } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, join, relative } from 'node:path';
import { mostDryRunFiles } from '@shared/library/dry-run';
import { fileTroubleInWords } from '../adapters/files/file-trouble';
import { isLeftAlone } from '../adapters/files/left-alone';
import { isFolderName, noFolder } from '../adapters/files/project-folder';
import { namesBeside } from '../services/assets/tools/sidecars/beside';
import type { ReadAsset } from '../services/assets/assets-service';
import type { InboxFiles } from '../services/intake/ports';
import type { AssessImage } from '../services/quality/quality-service';

/** Files that lie elsewhere, each under the path that it would have in the inbox. Nothing is copied or linked for it. */
export interface Staged {
  readonly places: ReadonlyMap<string, string>;
  /** What could not be added, and why. */
  readonly refused: readonly { readonly name: string; readonly sentence: string }[];
}

/** A sentence that the person is told. */
export class DryRunRefused extends Error {
  override readonly name = 'DryRunRefused';
}

export const tooMany = (most: number) =>
  new DryRunRefused(
    t('There are more than {most, number} files, more than a preview looks through. Preview a part of them, or add them without a preview.', { most }),
  );

export interface StageWish {
  readonly paths: readonly string[];
  /** The project to which they are added; null for none. */
  readonly project: string | null;
  readonly signal: AbortSignal;
  readonly most: number | undefined;
}

/** Finds the files among some paths, and gives each the place in the inbox that adding it would give it. @throws DryRunRefused */
export async function stage(inbox: string, { paths, project, signal, most = mostDryRunFiles }: StageWish): Promise<Staged> {
  const home = await realpath(inbox);
  if (project !== null && !isFolderName(project)) throw new DryRunRefused(noFolder(project));
  const top = project === null ? inbox : join(inbox, project);
  const places = new Map<string, string>();
  const refused: Staged['refused'][number][] = [];
  const count = () => { if (places.size + refused.length > most) throw tooMany(most); };
  const refuse = (path: string, sentence: string) => {
    refused.push({ name: basename(path), sentence });
    count();
  };

  const add = async (path: string, folder: string): Promise<void> => {
    signal.throwIfAborted();
    try {
      const stats = await lstat(path);
      if (stats.isDirectory()) {
        const target = join(folder, basename(path));
        for (const name of await readdir(path)) if (!isLeftAlone(name)) await add(join(path, name), target);
      } else if (stats.isFile()) {
        await access(path, constants.R_OK);
        places.set(await freePlace(folder, basename(path), places), path);
        count();
      } else {
        refuse(path, t('This is a link or device, not a file, and would not be added.'));
      }
    } catch (error) {
      const why = error instanceof DryRunRefused ? null : fileTroubleInWords(error);
      if (why === null) throw error;
      refuse(path, t('It would not be added. {why}', { why }));
    }
  };

  for (const path of paths) {
    const real = await realpath(path).catch(() => path);
    const way = relative(home, real);
    if (isLeftAlone(basename(path))) refuse(path, t('It has the name of a hidden or temporary file, which Alice leaves alone. Rename it first.'));
    else if (way === '' || (!way.startsWith('..') && !isAbsolute(way))) refuse(path, t('It lies in the inbox already.'));
    else if (!relative(real, home).startsWith('..')) refuse(path, t('It contains the inbox itself and would not be added.'));
    else await add(path, top);
  }
  return { places, refused };
}

/** The name that a file would get where others have its own. */
async function freePlace(folder: string, name: string, places: ReadonlyMap<string, string>): Promise<string> {
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let copy = 1; ; copy += 1) {
    const place = join(folder, copy === 1 ? name : `${stem} (${copy})${extension}`);
    if (places.has(place)) continue;
    if (!(await lstat(place).then(() => true, () => false))) return place;
  }
}

/** An inbox in which staged files seem to lie, beside those that do. Only they are found by looking through it. */
export function withStaged(files: InboxFiles, staged: Staged | undefined): InboxFiles {
  if (staged === undefined) return files;
  const { places } = staged;
  const at = (path: string) => places.get(path) ?? path;
  return {
    ...files,
    async *scan() {
      for (const path of places.keys()) yield { kind: 'path', path } as const;
    },
    look: (path) => files.look(at(path)),
    async whichLieThere(paths) {
      const others = new Set(await files.whichLieThere(paths.filter((path) => !places.has(path))));
      return paths.filter((path) => places.has(path) || others.has(path));
    },
    isListed: async (path) => places.has(path) || files.isListed(path),
    looksComplete: (path) => files.looksComplete(at(path)),
    startsAsMedia: (path) => files.startsAsMedia(at(path)),
    isBeingWritten: (path) => files.isBeingWritten(at(path)),
    identify: (path, signal) => files.identify(at(path), signal),
  };
}

/** Reads staged files where they are, by the names that they would have, with what would lie beside them. */
export function readStaged(read: ReadAsset, staged: Staged | undefined): ReadAsset {
  if (staged === undefined) return read;
  const { places } = staged;
  return (path, as) => {
    const place = places.get(path);
    if (place === undefined) return read(path, as);
    const name = basename(path);
    const beside = Object.fromEntries(
      namesBeside(name).map((each) => [each, places.get(join(dirname(path), each)) ?? join(dirname(path), each)]),
    );
    return read(place, { name, beside, ...as });
  };
}

/** Rates staged files where they are. */
export function assessStaged(assess: AssessImage, staged: Staged | undefined): AssessImage {
  return (path, hash) => assess(staged?.places.get(path) ?? path, hash);
}
