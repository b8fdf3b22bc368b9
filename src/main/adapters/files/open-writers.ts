import { readdir, readFile, readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';

const goodForMs = 2_000;

/**
 * Which files below a folder some process has open for writing. Linux only: elsewhere it always says no. All processes
 * are gone through at most once in two seconds, however many files are asked for.
 */
export class OpenWriters {
  readonly #root: string;
  #paths: Promise<ReadonlySet<string>> = Promise.resolve(new Set());
  #askedAt = Number.NEGATIVE_INFINITY;

  constructor(root: string) {
    this.#root = root;
  }

  async holds(path: string): Promise<boolean> {
    if (process.platform !== 'linux') return false;
    if (performance.now() - this.#askedAt > goodForMs) {
      this.#askedAt = performance.now();
      this.#paths = writtenBelow(this.#root);
    }
    const written = await this.#paths;
    // Names of open files are real ones; the inbox may have been named by way of a link.
    return written.size > 0 && written.has(join(await realpath(dirname(path)).catch(() => dirname(path)), basename(path)));
  }
}

async function writtenBelow(root: string): Promise<ReadonlySet<string>> {
  const below = (await realpath(root).catch(() => root)) + sep;
  const found = new Set<string>();
  for (const pid of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(pid)) continue;
    // A process that ended, or belongs to someone else, cannot be asked.
    const handles = await readdir(`/proc/${pid}/fd`).catch(() => []);
    for (const handle of handles) {
      const target = await readlink(`/proc/${pid}/fd/${handle}`).catch(() => '');
      if (target.startsWith(below) && (await isForWriting(pid, handle))) found.add(target);
    }
  }
  return found;
}

async function isForWriting(pid: string, handle: string): Promise<boolean> {
  const facts = await readFile(`/proc/${pid}/fdinfo/${handle}`, 'utf8').catch(() => '');
  const flags = /^flags:\s*([0-7]+)/m.exec(facts)?.[1];
  return flags !== undefined && (Number.parseInt(flags, 8) & 3) !== 0;
}
