import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Another process works with the same data folder. */
export class DataInUseError extends Error {
  override readonly name = 'DataInUseError';
}

/**
 * Makes sure that one process at a time writes a data folder. The lock is the operating system's, so it ends with
 * the process, also when that is killed. @throws DataInUseError
 */
export function takeLease(dataFolder: string): () => void {
  mkdirSync(dataFolder, { recursive: true });
  const database = new Database(join(dataFolder, 'lease.sqlite'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch {
    database.close();
    throw new DataInUseError(`Another Alice is working with the data folder ${dataFolder}. Close it, or choose another folder with --data.`);
  }
  return () => { database.close(); };
}
