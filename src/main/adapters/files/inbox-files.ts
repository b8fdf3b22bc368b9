import type { BigIntStats, Dirent } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesInWords } from '@shared/story/words';
import { openFileSource } from './file-source';
import { SNIFF_BYTES, sniffMedia } from '../../services/assets/media/sniff-media';
import type { Identification, InboxFiles, Look, Sighting, Trouble } from '../../services/intake/ports';
import { fileTrouble } from './file-trouble';
import { hashHandle } from './hash-file';
import { readOnlyNoFollow } from './open-flags';
import { identityOf } from './identity';
import { isLeftAlone } from './left-alone';
import { looksComplete } from './looks-complete';

const strictText = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function trouble(reason: Trouble['reason'], message: string, size: number | null = null): Trouble {
  return { kind: 'trouble', reason, message, size };
}

function expected(error: unknown, size: number | null = null): Trouble {
  const known = fileTrouble(error);
  if (known === null) throw error;
  return trouble(known.reason, known.message, size);
}

/** The inbox on a real file system. */
export const inboxFiles: InboxFiles = {
  scan: scanFolder,
  look,
  identify,
  async looksComplete(path) {
    const source = await openFileSource(path).catch(() => null);
    if (source === null) return false;
    try {
      return await looksComplete(source);
    } catch {
      return false;
    } finally {
      await source.close();
    }
  },
};

async function* scanFolder(folder: string): AsyncIterable<Sighting> {
  let names: Dirent<Buffer>[];
  try {
    names = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
  } catch (error) {
    if (fileTrouble(error)?.reason === 'vanished') return;
    yield { kind: 'trouble', path: folder, trouble: expected(error) };
    return;
  }
  for (const entry of names) {
    const name = textOf(entry.name);
    if (name === null) {
      const message = 'The name of this file is not valid text, so it cannot be opened by name. Rename it; it lies untouched in the inbox.';
      yield { kind: 'trouble', path: join(folder, entry.name.toString('utf8')), trouble: trouble('name_not_text', message) };
      continue;
    }
    if (isLeftAlone(name)) continue;
    const path = join(folder, name);
    if (entry.isDirectory()) yield* scanFolder(path);
    else yield { kind: 'path', path };
  }
}

function textOf(name: Buffer): string | null {
  try {
    return strictText.decode(name);
  } catch {
    return null;
  }
}

async function look(path: string): Promise<Look> {
  let stats: BigIntStats;
  try {
    stats = await lstat(path, { bigint: true });
  } catch (error) {
    const known = expected(error);
    return known.reason === 'vanished' ? { kind: 'gone' } : known;
  }
  if (stats.isDirectory()) return { kind: 'gone' };
  if (!stats.isFile()) {
    return trouble('not_a_regular_file', `This is ${kindOf(stats)}, not a file; Alice does not follow or open it.`);
  }
  const changedMs = Number(stats.ctimeNs > stats.mtimeNs ? stats.ctimeNs : stats.mtimeNs) / 1e6;
  const sinceMs = Date.now() - changedMs;
  // A time in the future (a clock that was set back, a camera's) says nothing about waiting.
  return { kind: 'file', size: Number(stats.size), identity: identityOf(stats), unchangedMs: sinceMs < 0 ? changeFree(stats) : sinceMs };
}

function changeFree(stats: BigIntStats): number {
  const changedMs = Number(stats.ctimeNs) / 1e6;
  return Date.now() < changedMs ? Number.MAX_SAFE_INTEGER : Date.now() - changedMs;
}

function kindOf(stats: BigIntStats): string {
  if (stats.isSymbolicLink()) return 'a symbolic link';
  if (stats.isFIFO()) return 'a named pipe';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}

async function identify(path: string): Promise<Identification> {
  let size: number | null = null;
  try {
    const handle = await open(path, readOnlyNoFollow);
    try {
      const before = await handle.stat({ bigint: true });
      if (!before.isFile()) return { kind: 'changed' };
      size = Number(before.size);
      if (size === 0) return trouble('empty', 'The file is empty: 0 bytes. It lies untouched in the inbox.', 0);
      let head: Uint8Array | undefined;
      const read = await hashHandle(handle, (block) => {
        // A copy: the block's memory is used again for the next one.
        head ??= Uint8Array.from(block.subarray(0, SNIFF_BYTES));
      });
      const after = await handle.stat({ bigint: true });
      if (identityOf(before) !== identityOf(after) || read.size !== size) return { kind: 'changed' };
      const media = sniffMedia(head ?? new Uint8Array());
      if (media === null) {
        return trouble('not_media', `This is not a picture or video that Alice knows (${bytesInWords(size)}). It lies untouched in the inbox.`, size);
      }
      return { kind: 'identified', content_hash: read.hash, size, media_type: media.media_type, identity: identityOf(after) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const known = expected(error, size);
    return known.reason === 'vanished' ? { kind: 'gone' } : known;
  }
}
