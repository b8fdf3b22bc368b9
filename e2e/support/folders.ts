import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The whole world of one story: nothing outside of `root` is read or written. */
export interface Folders {
  readonly root: string;
  readonly inbox: string;
  readonly organized: string;
  readonly data: string;
  /** Stands in for the person's home. */
  readonly home: string;
  /** Where pictures lie that are dragged onto the window. */
  readonly desk: string;
}

export function freshFolders(): Folders {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'alice-e2e-')));
  const folder = (name: string) => {
    const path = join(root, name);
    mkdirSync(path);
    return path;
  };
  return {
    root,
    inbox: folder('inbox'),
    organized: folder('organized'),
    data: folder('data'),
    home: folder('home'),
    desk: folder('desk'),
  };
}

export function removeFolders({ root }: Folders): void {
  rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Writes a file and the folders above it; hands the path back. */
export function put(path: string, bytes: Uint8Array | string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}
