import { dirname, join } from 'node:path';
import { decodeText } from '../../services/assets/containers/text-decoding';
import { openQuickly } from './quick-source';
import type { ReadBeside } from '../../services/assets/tools/sidecars/beside';

/** Settings are small; a day's log of Fooocus may have some megabytes. */
const mostBytes = { settings: 2 * 1024 * 1024, log: 16 * 1024 * 1024 };

/** The assets service's wish for the text of a file in the same folder as this one. Links are not followed out of the folder. */
export function readBesideOf(path: string): ReadBeside {
  return (name) => textOf(join(dirname(path), name));
}

/** The same for files that lie under other names than those that are asked for. */
export function readNamed(beside: Readonly<Record<string, string>>): ReadBeside {
  return async (name) => (Object.hasOwn(beside, name) ? textOf(beside[name] ?? '') : null);
}

async function textOf(path: string): Promise<string | null> {
  const most = path.endsWith('.html') ? mostBytes.log : mostBytes.settings;
  try {
    const source = openQuickly(path);
    try {
      return source.size === 0 || source.size > most ? null : decodeText(await source.read(0, source.size));
    } finally {
      source.close();
    }
  } catch {
    // Mostly there is none. One that cannot be read tells nothing about the picture.
    return null;
  }
}
