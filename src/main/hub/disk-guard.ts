import { t } from '@shared/language/language';
import { bytesInWords } from '@shared/story/words';
import { type Room, isOutOfFiles, missingIn, roomAt } from './disk-guard-room';
import { type Pause, pauseFor, type PauseReason } from './pause-gate';

export interface GuardedFolders {
  readonly inbox: string;
  readonly organized: string;
  readonly data: string;
}

export interface DiskGuardOptions {
  readonly folders: GuardedFolders;
  /** Bytes that stay free. Small disks keep a share of themselves. */
  readonly reserveBytes: number;
  /** Bytes on the log's disk that are free and not for files. */
  readonly owed?: () => number;
  /** The size of the largest file that waits. */
  readonly largestPending: () => number;
  /** Whether the organized folder was on a drive of its own the last time, and there is nothing in it now. */
  readonly looksUnplugged?: (organized: Room, data: Room | null) => Promise<boolean>;
  readonly roomAt?: (folder: string) => Promise<Room | null>;
}

/**
 * Looks whether files may be taken: whether the folders are there and their disks have room. It looks before the disk is
 * so full that the log could not say so.
 */
export class DiskGuard {
  readonly #options: DiskGuardOptions;
  readonly #roomAt: (folder: string) => Promise<Room | null>;
  /** The device of each folder while it was there, and the one that was under it when it had gone. */
  readonly #home = new Map<string, number>();
  readonly #away = new Map<string, number>();

  constructor(options: DiskGuardOptions) {
    this.#options = options;
    this.#roomAt = options.roomAt ?? roomAt;
  }

  /** Every reason there is at the moment not to touch files. */
  async look(standing: (reason: PauseReason) => boolean): Promise<readonly Pause[]> {
    const { inbox, organized, data } = this.#options.folders;
    const [inboxRoom, organizedRoom, dataRoom] = await Promise.all([inbox, organized, data].map((folder) => this.#roomAt(folder)));
    const pauses: Pause[] = [];
    if (this.#isGone(inbox, inboxRoom ?? null)) pauses.push(gonePause('inbox_gone', inbox));
    const unplugged = organizedRoom && (await this.#options.looksUnplugged?.(organizedRoom, dataRoom ?? null));
    const organizedGone = unplugged === true || this.#isGone(organized, organizedRoom ?? null);
    if (organizedGone) pauses.push(gonePause('organized_gone', organized));
    const less = (room: Room | null | undefined): Room | null =>
      room && room.device === dataRoom?.device ? { ...room, free: room.free - (this.#options.owed?.() ?? 0) } : (room ?? null);
    const full = this.#full('data', data, less(dataRoom), standing('disk_full'))
      ?? (organizedGone ? null : this.#full('organized', organized, less(organizedRoom), standing('disk_full')));
    if (full) pauses.push(full);
    return pauses;
  }

  /** Bytes free where the log is; null when unknown. */
  async freeForLog(): Promise<number | null> {
    return (await this.#roomAt(this.#options.folders.data))?.free ?? null;
  }

  /**
   * A drive that is pulled out may leave an empty folder on the disk below: then the device is another one. It is back
   * when the folder stands on anything but that disk.
   */
  #isGone(folder: string, room: Room | null): boolean {
    const home = this.#home.get(folder);
    if (room === null) {
      // One that was never there is the business of those who open the hub.
      return home !== undefined;
    }
    const away = this.#away.get(folder);
    if (home === undefined || room.device === home || (away !== undefined && room.device !== away)) {
      this.#home.set(folder, room.device);
      this.#away.delete(folder);
      return false;
    }
    this.#away.set(folder, room.device);
    return true;
  }

  #full(what: 'data' | 'organized', folder: string, room: Room | null, stands: boolean): Pause | null {
    if (room === null) return null;
    if (isOutOfFiles(room)) {
      return pauseFor('disk_full', () => t(
        'The disk of {what, select, data {the data folder} other {the organized folder}} {folder} is full: it takes no further files. No file is touched and nothing is lost; the files wait, and Alice goes on by itself when some are removed.',
        { what, folder },
      ));
    }
    const pending = what === 'organized' ? this.#options.largestPending() : 0;
    // It begins again with a little more than it stopped at, not back and forth.
    const reserve = this.#options.reserveBytes * (stands ? 1.1 : 1);
    const missing_bytes = Math.ceil(missingIn(room, reserve, pending));
    if (missing_bytes === 0) return null;
    return pauseFor('disk_full', () => t(
      'The disk of {what, select, data {the data folder} other {the organized folder}} {folder} is full: {size} are missing. No file is touched and nothing is lost; the files wait, and Alice goes on by itself when there is room.',
      { what, folder, size: bytesInWords(missing_bytes) },
    ), missing_bytes);
  }
}

function gonePause(reason: 'inbox_gone' | 'organized_gone', folder: string): Pause {
  return pauseFor(reason, () => t(
    '{reason, select, inbox_gone {The inbox} other {The organized folder}} {folder} is not there any more. Is its drive plugged in? No file is touched and nothing is lost; the files wait, and Alice goes on by itself when it is back.',
    { reason, folder },
  ));
}
