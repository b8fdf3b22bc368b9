import { readdir } from 'node:fs/promises';
import type { Database } from 'better-sqlite3';
import type { Room } from './disk-guard-room';

const key = 'organized_on_other_drive';

/**
 * Remembers, with the log, whether the organized folder lies on another drive than the log. When it did, now does not, and
 * is empty, the drive is not plugged in and its empty folder is what is seen.
 */
export function unpluggedCheck(database: Database, organized: string): (room: Room, data: Room | null) => Promise<boolean> {
  const read = database.prepare<[], string>(`SELECT value FROM about WHERE name = '${key}'`).pluck();
  const write = database.prepare<[string]>(`INSERT OR REPLACE INTO about (name, value) VALUES ('${key}', ?)`);
  return async (room, data) => {
    if (data === null) return false;
    const before = read.get();
    const other = room.device !== data.device;
    const now = JSON.stringify({ organized, other });
    if (before === now) return false;
    const wasOther = before === JSON.stringify({ organized, other: true });
    if (wasOther && !other && (await readdir(organized)).length === 0) return true;
    write.run(now);
    return false;
  };
}
