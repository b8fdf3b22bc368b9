import type { Dir } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sighting } from '../../services/intake/ports';
import { expectedTrouble, trouble } from './inbox-trouble';
import { isFolderLeftAlone, isLeftAlone } from './left-alone';
import { pathOfName, textOf } from './name-as-path';
import type { PatientCalls } from './patient-calls';

/** How many names are asked of the system at a time: a folder of any size is never in memory as a whole. */
const namesAtOnce = 256;

export interface ScanHooks {
  /** Told of each folder before it is read, with the device it lies on. */
  readonly entering?: (folder: string, device: bigint) => Promise<void>;
  /** Told of what is passed by: hidden, temporary and sync tools' files. */
  readonly leftAlone?: (path: string) => void;
  /** Passes folders by: only what lies in the folder itself is wanted. */
  readonly flat?: boolean;
}

interface Ahead {
  readonly folder: string;
  /** The folders that it lies in, by device and number, so that a ring of mounts is noticed. */
  readonly above: Chain | null;
}

interface Chain {
  readonly id: string;
  readonly above: Chain | null;
}

type Step = { readonly folder: string } | { readonly sighting: Sighting } | null;

/** Everything below a folder that is not a folder itself. It walks as deep as paths can be, in memory that does not grow with the files. */
export async function* scanFolder(calls: PatientCalls, root: string, hooks: ScanHooks = {}): AsyncGenerator<Sighting> {
  const ahead: Ahead[] = [{ folder: root, above: null }];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    const { folder, above } = next;
    let opened: Dir | null = null;
    try {
      const { dev, ino } = await calls.run(() => stat(folder, { bigint: true }), undefined, folder);
      const id = `${dev}:${ino}`;
      if (isAbove(above, id)) {
        yield { kind: 'trouble', path: folder, trouble: trouble('not_a_regular_file', 'This folder is one that it lies in itself, by a mount or link. Alice does not walk in a ring.') };
        continue;
      }
      await hooks.entering?.(folder, dev);
      // Typed for text names; with this encoding they are bytes.
      const directory = await calls.run(
        () => opendir(folder, { encoding: 'buffer' as BufferEncoding, bufferSize: namesAtOnce }),
        (late) => void late.close().catch(() => undefined),
        folder,
      );
      opened = directory;
      const chain = { id, above };
      for (;;) {
        const entry = await calls.run(() => directory.read(), undefined, folder);
        if (entry === null) break;
        const step = stepAt(folder, entry.name as unknown as Buffer, entry.isDirectory(), hooks);
        if (step === null) continue;
        if ('sighting' in step) yield step.sighting;
        else ahead.push({ folder: step.folder, above: chain });
      }
    } catch (error) {
      const known = expectedTrouble(error, 'folder');
      if (known.reason !== 'vanished') yield { kind: 'trouble', path: folder, trouble: known };
    } finally {
      // On a drive that does not answer, closing would wait as well.
      void opened?.close().catch(() => undefined);
    }
  }
}

function stepAt(folder: string, bytes: Buffer, isFolder: boolean, hooks: ScanHooks): Step {
  if (isFolder && hooks.flat === true) return null;
  const name = textOf(bytes);
  if (name === null) {
    const path = pathOfName(folder, bytes);
    return { sighting: { kind: 'trouble', path, trouble: notText(isFolder) } };
  }
  const path = join(folder, name);
  if (isFolder ? isFolderLeftAlone(name) : isLeftAlone(name)) {
    hooks.leftAlone?.(path);
    return null;
  }
  return isFolder ? { folder: path } : { sighting: { kind: 'path', path } };
}

/** What is said of a name that is not valid text. */
export function notText(isFolder: boolean) {
  return isFolder
    ? trouble('name_not_text', 'The name of this folder is not valid text, so nothing in it can be opened by name. Rename it, or let Alice rename it; everything in it lies untouched in the inbox.')
    : trouble('name_not_text', 'The name of this file is not valid text, so it cannot be opened by name. Rename it, or let Alice rename it; it lies untouched in the inbox.');
}

function isAbove(chain: Chain | null, id: string): boolean {
  for (let each = chain; each !== null; each = each.above) if (each.id === id) return true;
  return false;
}
