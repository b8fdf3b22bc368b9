import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolderIn, dataPointerIn, writeDataPointer } from '../hub/data-pointer';
import { clearUnfinished } from '../hub/move-data';
import type { ReportBug } from '../kernel/report-bug';

/** Where the data folder of this run is. It can be moved while Alice is open. */
export class DataPlace {
  readonly appFolder: string;
  /** Named on the command line: it holds for this run and is not moved. */
  readonly named: boolean;
  #folder: string;

  private constructor(appFolder: string, named: string | null) {
    this.appFolder = appFolder;
    this.named = named !== null;
    this.#folder = named ?? dataFolderIn(appFolder);
  }

  /** Clears what a move left behind that was killed, then looks where the data folder is. @throws DataPointerError */
  static async open(appFolder: string, named: string | null, reportBug: ReportBug): Promise<DataPlace> {
    // The old folder is in use, and what is left of a copy keeps nobody from working.
    if (named === null) await clearUnfinished(appFolder).catch((error: unknown) => { reportBug({ where: 'clearing an unfinished move', error }); });
    return new DataPlace(appFolder, named);
  }

  get folder(): string {
    return this.#folder;
  }

  movedTo(folder: string): void {
    this.#folder = folder;
  }

  /** Where it was before it was moved, while that still lies there. */
  async oldFolder(): Promise<string | null> {
    const old = this.named ? null : (dataPointerIn(this.appFolder)?.old ?? null);
    if (old === null || old === this.#folder) return null;
    return (await lstat(old).catch(() => null)) === null ? null : old;
  }

  /** It was said what becomes of it. */
  async forgetOldFolder(): Promise<void> {
    await writeDataPointer(this.appFolder, { data: this.#folder, old: null });
  }

  async size(): Promise<{ readonly bytes: number; readonly files: number }> {
    let [bytes, files] = [0, 0];
    for (const entry of await readdir(this.#folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      files += 1;
      bytes += (await lstat(join(entry.parentPath, entry.name)).catch(() => ({ size: 0 }))).size;
    }
    return { bytes, files };
  }
}
