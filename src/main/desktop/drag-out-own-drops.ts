import { basename } from 'node:path';
import type { Added } from '@shared/ipc/answers';
import { t } from '@shared/language/language';
import type { HandedFile } from './drag-out';

/** What was dropped: pictures of the library that were dragged out of the window just now, by hash, and all else. */
export interface Apart {
  readonly own: readonly string[];
  readonly others: readonly string[];
}

/**
 * A picture that is dragged out of the window may be let go over the window itself. It was filed long ago, and is not added once
 * more; that is said, for nothing that is dropped may be passed over in silence.
 */
export class OwnDrops {
  #handedOut: ReadonlyMap<string, string> = new Map();

  handedOut(files: readonly HandedFile[]): void {
    this.#handedOut = new Map(files.map(({ path, content_hash }) => [path, content_hash]));
  }

  apart(paths: readonly string[]): Apart {
    return {
      own: paths.flatMap((path) => this.#handedOut.get(path) ?? []),
      others: paths.filter((path) => !this.#handedOut.has(path)),
    };
  }

  async add(paths: readonly string[], add: (others: readonly string[]) => Promise<Added>): Promise<Added> {
    const own = paths.filter((path) => this.#handedOut.has(path));
    const [first] = own;
    if (first === undefined) return add(paths);
    const { others } = this.apart(paths);
    const added = others.length === 0 ? { added: 0, problems: [] } : await add(others);
    const count = own.length;
    const sentence = count === 1
      ? t('{name} lies in your library already.', { name: basename(first) })
      : t('{count, plural, one {# file lies in your library already.} other {# files lie in your library already.}}', { count });
    return { ...added, problems: [sentence, ...added.problems] };
  }
}
