import { type BigIntStats, constants } from 'node:fs';
import { access, lstat, open, readdir, stat, statfs } from 'node:fs/promises';
import { basename } from 'node:path';
import { recordedBytes } from '@shared/story/words';
import { SNIFF_BYTES, sniffMedia } from '../../services/assets/media/sniff-media';
import type { Identification, InboxFiles, Look, RootLook, Trouble } from '../../services/intake/ports';
import { hasCode } from './file-trouble';
import { openFileSource } from './file-source';
import { hashHandle } from './hash-file';
import { identityOf } from './identity';
import { notText, scanFolder } from './inbox-scan';
import { expectedTrouble, trouble } from './inbox-trouble';
import { isFolderLeftAlone, isLeftAlone } from './left-alone';
import { looksComplete } from './looks-complete';
import { startsAsMedia } from './starts-as-media';
import { bytesBehind, folderOf, placeOf } from './name-as-path';
import { isNetworkFolder } from './network-folder';
import { OpenWriters } from './open-writers';
import { readOnlyNoFollow } from './open-flags';
import { defaultPatience, type Patience, PatientCalls } from './patient-calls';
import { Turns } from './turns';

/** Reading 200 GB takes some minutes; a sparse file of a terabyte would take an hour and hold nothing. */
export const defaultLargestFile = 200e9;

/** Each file that is read takes up to a megabyte of memory. */
const readAtOnce = 8;

/** Files from this size on are read only when the organized folder has room for them. */
const roomMatters = 1e9;

export interface InboxFilesOptions {
  /** Where copies go: a large file that has no room there is not read first. Null when nothing is copied. */
  readonly organized: string | null;
  readonly largestFile: number;
  readonly patience?: Patience;
  /** Which folders tell of no changes; asked once for each device. */
  readonly isNetworkFolder?: (folder: string) => Promise<boolean>;
  /** Whether folders inside it are looked into; they are when it is left out. */
  readonly subfolders?: boolean;
}

const followNothing: InboxFilesOptions = { organized: null, largestFile: defaultLargestFile };

/** An inbox on a real file system. Every call to it has a time limit. */
export function inboxFilesOf(inbox: string, options: InboxFilesOptions = followNothing): InboxFiles {
  const calls = new PatientCalls(options.patience);
  const writers = new OpenWriters(inbox);
  const readers = new Turns(readAtOnce);
  const devices = new Map<bigint, boolean>();

  const polledOn = async (device: bigint, folder: string): Promise<boolean> => {
    const known = devices.get(device) ?? (await calls.run(() => (options.isNetworkFolder ?? isNetworkFolder)(folder)));
    devices.set(device, known);
    // One network drive anywhere below is enough to be careful.
    if (!options.patience) calls.patience = defaultPatience([...devices.values()].includes(true) ? 'network' : 'local');
    return known;
  };

  const look = async (path: string): Promise<Look> => {
    let stats: BigIntStats;
    try {
      stats = await calls.run(() => lstat(placeOf(path), { bigint: true }), undefined, path);
    } catch (error) {
      // A file whose folder became a file is gone as well.
      if (hasCode(error, 'ENOENT', 'ENOTDIR')) return { kind: 'gone' };
      return expectedTrouble(error, 'file');
    }
    if (bytesBehind(path) !== null) return notText(stats.isDirectory());
    const passedBy = stats.isDirectory() ? isFolderLeftAlone : isLeftAlone;
    // It waits for its real name, and until then it is not there.
    if (passedBy(basename(path))) return { kind: 'gone' };
    if (stats.isDirectory()) return { kind: 'folder' };
    if (!stats.isFile()) {
      return trouble('not_a_regular_file', `This is ${kindOf(stats)}, not a file; Alice does not follow or open it.`);
    }
    const unchangedMs = devices.get(stats.dev) === true ? null : sinceChange(stats);
    return { kind: 'file', size: Number(stats.size), identity: identityOf(stats), unchangedMs };
  };

  const identify = async (path: string, signal?: AbortSignal): Promise<Identification> => {
    let size: number | null = null;
    try {
      const handle = await calls.run(
        () => open(path, readOnlyNoFollow),
        (late) => void late.close().catch(() => undefined),
        path,
      );
      try {
        const before = await calls.run(() => handle.stat({ bigint: true }));
        if (!before.isFile()) return { kind: 'changed' };
        size = Number(before.size);
        if (size === 0) return trouble('empty', 'The file is empty: 0 bytes. It lies untouched in the inbox.', 0);
        const tooLarge = await whyNotRead(size, options);
        if (tooLarge !== null) return tooLarge;
        let head: Uint8Array | undefined;
        const read = await hashHandle(
          handle,
          (block) => {
            signal?.throwIfAborted();
            // A copy: the block's memory is used again for the next one.
            head ??= Uint8Array.from(block.subarray(0, SNIFF_BYTES));
          },
          (call) => calls.run(call),
          size,
        );
        const after = await calls.run(() => handle.stat({ bigint: true }));
        if (identityOf(before) !== identityOf(after) || read.size !== size) return { kind: 'changed' };
        const found = { content_hash: read.hash, size, identity: identityOf(after) };
        const media = sniffMedia(head ?? new Uint8Array());
        return media === null ? { kind: 'not_media', ...found } : { kind: 'identified', ...found, media_type: media.media_type };
      } finally {
        void handle.close().catch(() => undefined);
      }
    } catch (error) {
      if (hasCode(error, 'ENOENT', 'ENOTDIR')) return { kind: 'gone' };
      signal?.throwIfAborted();
      return expectedTrouble(error, 'file', size);
    }
  };

  const rootLook = async (): Promise<RootLook> => {
    try {
      const stats = await calls.run(() => stat(inbox, { bigint: true }), undefined, inbox);
      if (!stats.isDirectory()) return trouble('vanished', `The inbox ${inbox} is not a folder any more. Nothing is lost; Alice goes on when it is one again.`);
      await calls.run(() => access(inbox, constants.R_OK | constants.X_OK));
      return { kind: 'folder', identity: `${stats.dev}:${stats.ino}`, polled: await polledOn(stats.dev, inbox) };
    } catch (error) {
      if (!hasCode(error, 'ENOENT', 'ENOTDIR')) return expectedTrouble(error, 'folder');
      return trouble('vanished', `The inbox ${inbox} is not there. Is its drive plugged in? Nothing is lost; Alice goes on when it is back.`);
    }
  };

  return {
    rootLook,
    look,
    identify: (path, signal) => readers.take(() => identify(path, signal)),
    isBeingWritten: (path) => writers.holds(path),
    scan: (folder, entering) =>
      scanFolder(calls, folder, {
        entering: async (each, device) => { entering?.(each, await polledOn(device, each)); },
        ...(options.subfolders === false && { flat: true }),
      }),
    startsAsMedia: (path) => calls.run(() => startsAsMedia(path)).catch(() => null),
    async whichLieThere(paths) {
      const there = await Promise.all(paths.map((path) => calls.run(() => lstat(path)).then(() => true, () => false)));
      return paths.filter((_, i) => there[i]);
    },
    async isListed(path) {
      const names = await calls.run(() => readdir(folderOf(path))).catch(() => null);
      return names === null || names.includes(basename(path));
    },
    async looksComplete(path) {
      const source = await calls.run(() => openFileSource(path), (late) => void late.close().catch(() => undefined)).catch(() => null);
      if (source === null) return false;
      try {
        return await calls.run(() => looksComplete(source));
      } catch {
        return false;
      } finally {
        void source.close().catch(() => undefined);
      }
    },
  };
}

/** What is left alone below a folder: hidden, temporary and sync tools' files. */
export async function leftAloneBelow(folder: string): Promise<string[]> {
  const paths: string[] = [];
  const scan = scanFolder(new PatientCalls(), folder, { leftAlone: (path) => { paths.push(path); } });
  while (!(await scan.next()).done);
  return paths.sort();
}

/** How long ago a file changed, in milliseconds; null when its time lies in the future and so says nothing. */
function sinceChange(stats: BigIntStats): number | null {
  const ago = (ns: bigint) => Date.now() - Number(ns) / 1e6;
  const [changed, modified] = [ago(stats.ctimeNs), ago(stats.mtimeNs)];
  // Programs set the modification time as they like; the system alone sets the other.
  if (changed < 0) return null;
  return modified < 0 ? changed : Math.min(changed, modified);
}

function kindOf(stats: BigIntStats): string {
  if (stats.isSymbolicLink()) return 'a symbolic link';
  if (stats.isFIFO()) return 'a named pipe';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}

async function whyNotRead(size: number, { largestFile, organized }: InboxFilesOptions): Promise<Trouble | null> {
  if (size > largestFile) {
    const message = `The file says that it has ${recordedBytes(size)}, more than the ${recordedBytes(largestFile)} that Alice reads. It lies untouched in the inbox; raise the limit for the largest file to take it in.`;
    return trouble('unreadable', message, size);
  }
  if (size < roomMatters || organized === null) return null;
  const free = await statfs(organized).then(({ bavail, bsize }) => bavail * bsize, () => null);
  if (free === null || free >= size) return null;
  const message = `The disk of the organized folder is ${recordedBytes(size - free)} short of the ${recordedBytes(size)} that this file needs. It lies untouched in the inbox; make room, and Alice tries again by itself.`;
  return trouble('disk_full', message, size);
}
