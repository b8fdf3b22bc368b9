import { basename } from 'node:path';
import type { Added } from '@shared/ipc/answers';
import { countOf } from '@shared/story/words';

/**
 * A picture that is dragged out of the window may be let go over the window itself. It was filed long ago, and is not added once
 * more; that is said, for nothing that is dropped may be passed over in silence.
 */
export class OwnDrops {
  #handedOut: ReadonlySet<string> = new Set();

  handedOut(files: readonly string[]): void {
    this.#handedOut = new Set(files);
  }

  async add(paths: readonly string[], add: (others: readonly string[]) => Promise<Added>): Promise<Added> {
    const own = paths.filter((path) => this.#handedOut.has(path));
    const [first] = own;
    if (first === undefined) return add(paths);
    const others = paths.filter((path) => !this.#handedOut.has(path));
    const added = others.length === 0 ? { added: 0, problems: [] } : await add(others);
    const sentence = own.length === 1 ? `${basename(first)} lies in your library already.` : `${countOf(own.length, 'file')} lie in your library already.`;
    return { ...added, problems: [sentence, ...added.problems] };
  }
}
