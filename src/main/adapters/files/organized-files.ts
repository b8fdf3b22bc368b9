import type { BigIntStats, Dirent } from 'node:fs';
import { lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { t } from '@shared/language/language';
import { sniffMedia, SNIFF_BYTES } from '../../services/assets/media/sniff-media';
import type { FileSight, OrganizedFiles, Passed, Reading, Sight } from '../../services/keeper/ports';
import { fileTrouble, hasCode } from './file-trouble';
import { hashHandle } from './hash-file';
import { readOnlyNoFollow } from './open-flags';

/** The organized folder on a real file system. It only looks; nothing here changes anything. */
export function organizedFiles(root: string): OrganizedFiles {
  // Device numbers change when a drive is plugged in again; that of the folder itself says nothing about a file.
  let own: bigint | null = null;
  const findRoot = async (): Promise<string | null> => {
    const stats = await stat(root, { bigint: true }).catch(() => null);
    if (!stats?.isDirectory()) return null;
    own = stats.dev;
    return `${stats.dev}:${stats.ino}`;
  };
  const look = async (path: string): Promise<Sight> => {
    if (own === null) await findRoot();
    try {
      const stats = await lstat(path, { bigint: true });
      return stats.isFile() ? sightOf(stats, own) : { kind: 'nothing' };
    } catch (error) {
      return nothingOr(error);
    }
  };
  return {
    root: findRoot,
    look,
    isSame: (path, other) => isSame(root, path, other),
    isThere: async (path) => (await lstat(path).catch(() => null)) !== null,
    read: (path) => readFileAt(path, (stats) => sightOf(stats, own)),
    walk: () => walk(root),
    async driveIsAway(path, node) {
      const drive = driveOf(node);
      if (drive === '') return false;
      for (let folder = dirname(path); ; folder = dirname(folder)) {
        const stats = await lstat(folder, { bigint: true }).catch(() => null);
        if (stats) return driveIn(stats, own) !== drive;
        if (folder === dirname(folder)) return true;
      }
    },
  };
}

function sightOf(stats: BigIntStats, own: bigint | null): FileSight {
  const node = `${driveIn(stats, own)}:${stats.ino}`;
  const changed_at = Number(stats.ctimeNs > stats.mtimeNs ? stats.ctimeNs : stats.mtimeNs) / 1e6;
  return {
    kind: 'file',
    size: Number(stats.size),
    identity: `${node}:${stats.size}:${stats.mtimeNs}:${stats.ctimeNs}`,
    node,
    links: Number(stats.nlink),
    changed_at,
    fresh: Math.abs(Date.now() - changed_at) < tickOf(stats),
  };
}

/** How long two changes may bear the same time: some file systems count in two seconds, others in ticks of the system clock. */
function tickOf({ ctimeNs, mtimeNs }: BigIntStats): number {
  return ctimeNs % 1_000_000n === 0n && mtimeNs % 1_000_000n === 0n ? 2_500 : 30;
}

function driveIn({ dev }: BigIntStats, own: bigint | null): string {
  return dev === own ? '' : String(dev);
}

function driveOf(node: string): string {
  return node.slice(0, node.indexOf(':'));
}

/** That there is nothing is certain only when the system says so; anything else is not known. */
function nothingOr(error: unknown): { kind: 'nothing' } | { kind: 'unknown'; message: string } {
  if (hasCode(error, 'ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG')) return { kind: 'nothing' };
  return { kind: 'unknown', message: whyUnknown(error) };
}

function whyUnknown(error: unknown): string {
  if (fileTrouble(error)?.reason === 'no_permission') return t('Alice may not read here. Change the permissions and check again.');
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return t('The file system could not read this ({code}). Is the drive all right?', { code: code ?? t('unknown error') });
}

async function readFileAt(path: string, sight: (stats: BigIntStats) => FileSight): Promise<Reading> {
  try {
    const handle = await open(path, readOnlyNoFollow);
    try {
      const before = await handle.stat({ bigint: true });
      if (!before.isFile()) return { kind: 'nothing' };
      let head: Uint8Array = new Uint8Array();
      const { hash, size } = await hashHandle(handle, (block) => {
        if (head.length === 0) head = Uint8Array.from(block.subarray(0, SNIFF_BYTES));
      });
      const [first, last] = [sight(before), sight(await handle.stat({ bigint: true }))];
      if (first.identity !== last.identity || size !== last.size) return { kind: 'changed' };
      return { kind: 'read', content_hash: hash, media_type: sniffMedia(head)?.media_type ?? null, sight: last };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return nothingOr(error);
  }
}

/** Whether a file is a picture or video by its first bytes; null when it is neither or cannot be read. */
export async function mediaTypeAt(path: string): Promise<'image' | 'video' | null> {
  const handle = await open(path, readOnlyNoFollow).catch(() => null);
  if (handle === null) return null;
  try {
    const head = new Uint8Array(SNIFF_BYTES);
    const { bytesRead } = await handle.read(head, 0, SNIFF_BYTES, 0);
    return sniffMedia(head.subarray(0, bytesRead))?.media_type ?? null;
  } catch {
    return null;
  } finally {
    await handle.close();
  }
}

async function isSame(root: string, path: string, other: string): Promise<boolean> {
  const [one, two] = await Promise.all([path, other].map((each) => lstat(each, { bigint: true }).catch(() => null)));
  if (!one || !two || one.size !== two.size) return false;
  if (one.dev === two.dev && one.ino === two.ino && one.nlink === 1n) return true;
  const [here, there] = await Promise.all([path, other].map((each) => realpath(each).catch(() => each)));
  if (here === there) return true;
  // Some file systems give each spelling a number of its own; the folder itself lists only one of them.
  return foldedName(path) === foldedName(other) && !((await isListed(root, path)) && (await isListed(root, other)));
}

function foldedName(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** Whether each folder on the way lists the next name in exactly this spelling. */
async function isListed(root: string, path: string): Promise<boolean> {
  let folder = root;
  for (const name of relative(root, path).split(sep)) {
    const names: readonly string[] = await readdir(folder).catch(() => []);
    if (!names.includes(name)) return false;
    folder = join(folder, name);
  }
  return true;
}

const leftover = /^\.alice-.+\.part$/;

async function* walk(folder: string): AsyncIterable<Passed> {
  let entries: Dirent<Buffer>[];
  try {
    entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
  } catch (error) {
    // A folder that went while we walked has nothing to show.
    if (!hasCode(error, 'ENOENT')) yield { kind: 'unknown', path: folder, message: whyUnknown(error) };
    return;
  }
  for (const entry of entries) {
    const name = entry.name.toString('utf8');
    const path = join(folder, name);
    if (!Buffer.from(name).equals(entry.name)) {
      yield { kind: 'unknown', path, message: t('The name of this file or folder is not valid text, so it cannot be opened by name. Rename it.') };
    } else if (name.startsWith('.')) {
      if (leftover.test(name) && entry.isFile()) yield { kind: 'leftover', path };
    } else if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile()) yield { kind: 'file', path };
  }
}
