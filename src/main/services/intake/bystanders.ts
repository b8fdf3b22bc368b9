import { basename, dirname, join } from 'node:path';
import { picturesOf, sidecarsOf } from '@shared/library/sidecar-name';
import { isNamedAsMedia } from './folder-rules';
import type { InboxFiles, InboxMemory, Look } from './ports';
import { type FirstSeen, restNeeded, type SettleTimes } from './settling';

type FileLook = Extract<Look, { kind: 'file' }>;

/**
 * What stands about in a folder of which only the pictures are taken: other files are recognised by their first bytes and
 * remembered, so that nothing is said of them and they are not opened again until they change.
 */
export class Bystanders {
  readonly #files: InboxFiles;
  readonly #memory: InboxMemory;
  readonly #times: SettleTimes;

  constructor(files: InboxFiles, memory: InboxMemory, times: SettleTimes) {
    this.#files = files;
    this.#memory = memory;
    this.#times = times;
  }

  /** Null when a file is to be taken; else after how many milliseconds it is looked at again, 0 for never. */
  async restOf(path: string, look: FileLook, seen: FirstSeen): Promise<number | null> {
    const pictures = picturesOf(basename(path)).map((name) => join(dirname(path), name));
    // What travels with a picture is no bystander any more once that has been seen.
    const travels = pictures.length > 0 && this.#memory.entries(pictures).length > 0;
    if (travels || isNamedAsMedia(path)) return null;
    if (this.#memory.leftAlone([path]).some(({ identity }) => identity === look.identity)) return 0;
    if (pictures.length > 0 && (await this.#files.whichLieThere(pictures)).length > 0) return null;
    // What cannot be opened may be a picture: it goes on, and the reason is said.
    if ((await this.#files.startsAsMedia(path)) !== false) return null;
    const restMs = await restNeeded(this.#files, path, look, seen, this.#times);
    if (restMs === 0) this.#memory.leaveAlone(path, look.identity);
    return restMs;
  }

  /** Those that belong to a picture which has come since. */
  ofPicture(picture: string): string[] {
    const paths = sidecarsOf(basename(picture)).map((name) => join(dirname(picture), name));
    return this.#memory.leftAlone(paths).map(({ file_path }) => file_path);
  }
}
