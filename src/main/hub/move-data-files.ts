import { chmod, lstat, mkdir, open, readdir, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { t } from '@shared/language/language';
import { SaidError } from '@shared/language/said';
import { hashFile, hashHandle } from '../adapters/files/hash-file';

/** Not copied: locks of the process that holds the folder, room kept free, and pictures for a screen, which are made anew. */
const leftOut = /^(lease\.(sqlite|json)([-.].*)?|reserve|screens)$/;
/** Can be made anew, so that not each is waited for to reach the disk; that it is whole is read back all the same. */
const madeAnew = /^thumbnails[/\\]/;
const triesAtMost = 3;

export interface DataFile {
  /** Below the data folder. */
  readonly path: string;
  readonly bytes: number;
}

/** Files cannot be moved as they are; the message is a sentence for the person. */
export class DataMoveError extends SaidError {
  override readonly name = 'DataMoveError';
}

/** Every file and folder of a data folder that moves with it. @throws DataMoveError for what is neither */
export async function filesOf(folder: string): Promise<{ readonly files: readonly DataFile[]; readonly folders: readonly string[] }> {
  const files: DataFile[] = [];
  const folders: string[] = [];
  const walk = async (at: string): Promise<void> => {
    for (const entry of await readdir(join(folder, at), { withFileTypes: true })) {
      if (at === '' && leftOut.test(entry.name)) continue;
      const path = at === '' ? entry.name : join(at, entry.name);
      if (entry.isDirectory()) {
        folders.push(path);
        await walk(path);
      } else if (entry.isFile()) files.push({ path, bytes: (await lstat(join(folder, path))).size });
      else if (!entry.isSocket() && !entry.isFIFO()) {
        const link = join(folder, path);
        throw new DataMoveError(() => t('{link} is a link and was not made by Alice. Take it out of the data folder first.', { link }));
      }
    }
  };
  await walk('');
  return { files, folders };
}

/**
 * Copies a file and proves the copy by reading it back. One that is written to meanwhile is copied again.
 * Resolves with what the source was when the copy was made.
 */
export async function copyProven(from: string, to: string, path: string): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    const before = await stampOf(join(from, path));
    const hash = await copyOnce(join(from, path), join(to, path), !madeAnew.test(path));
    if ((await hashFile(join(to, path))).hash !== hash) {
      throw new DataMoveError(() => t('The copy of {path} is not the same as the original. The disk of the new place may be damaged.', { path }));
    }
    if ((await stampOf(join(from, path))) === before) return before;
    const file = join(from, path);
    if (tries === triesAtMost) throw new DataMoveError(() => t('{file} is written to by another program. Close it and try again.', { file }));
  }
}

/** Size and time of a file, by which a change is seen. */
export async function stampOf(file: string): Promise<string> {
  const { size, mtimeNs } = await lstat(file, { bigint: true });
  return `${size} ${mtimeNs}`;
}

async function copyOnce(source: string, target: string, durable: boolean): Promise<string> {
  await mkdir(dirname(target), { recursive: true });
  const [from, to] = [await open(source, 'r'), await open(target, 'w', 0o600)];
  try {
    const { hash } = await hashHandle(from, async (block) => { await writeAll(to, block); });
    const { mode, atime, mtime } = await from.stat();
    await chmod(target, mode & 0o777);
    if (durable) await to.sync();
    await utimes(target, atime, mtime);
    return hash;
  } finally {
    await from.close();
    await to.close();
  }
}

async function writeAll(to: Awaited<ReturnType<typeof open>>, block: Uint8Array): Promise<void> {
  for (let at = 0; at < block.length;) at += (await to.write(block, at)).bytesWritten;
}
