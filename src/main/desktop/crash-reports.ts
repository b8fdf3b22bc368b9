import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutPersonal } from './crash-reports-redact';

export interface CrashReportsOptions {
  readonly folder: string;
  /** Of the app's own files. */
  readonly appFolder: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly now?: () => number;
}

const keptReports = 20;
const keptDumps = 10;
const keptTypes = 50;
const mostPerMinute = 5;
const seenFile = 'seen.json';

/**
 * What is left of a crash, on this computer and nowhere else: a small file for each error that nobody caught, with the stack
 * and the kinds of the last events, never their content; and beside them, in `dumps`, what the system's own reporter writes.
 */
export class CrashReports {
  readonly folder: string;
  readonly dumps: string;
  readonly #options: CrashReportsOptions;
  readonly #now: () => number;
  #types: string[] = [];
  #written: number[] = [];

  constructor(options: CrashReportsOptions) {
    this.folder = options.folder;
    this.dumps = join(options.folder, 'dumps');
    this.#options = options;
    this.#now = options.now ?? Date.now;
    attempt(() => mkdirSync(this.dumps, { recursive: true, mode: 0o700 }));
  }

  /** Keeps the kind of an event for the next report. */
  remember(eventType: string): void {
    this.#types.push(eventType);
    if (this.#types.length > keptTypes * 2) this.#types = this.#types.slice(-keptTypes);
  }

  /** Writes a report. An error that comes again and again is not written without end. */
  write(where: string, error: unknown): void {
    const at = this.#now();
    this.#written = this.#written.filter((one) => one > at - 60_000);
    if (this.#written.length >= mostPerMinute) return;
    this.#written.push(at);
    const { appFolder, versions } = this.#options;
    const plain = (text: string) => withoutPersonal(text, appFolder);
    const report = {
      at: new Date(at).toISOString(),
      where,
      versions,
      platform: `${process.platform} ${process.arch}`,
      error: error instanceof Error ? plain(`${error.name}: ${error.message}`) : plain(String(error)),
      stack: error instanceof Error ? plain(framesOf(error)).split('\n') : [],
      last_events: this.#types.slice(-keptTypes),
    };
    const name = `${report.at.replaceAll(':', '-')}-${this.#written.length}.json`;
    attempt(() => { writeFileSync(join(this.folder, name), `${JSON.stringify(report, null, 2)}\n`, { flag: 'wx', mode: 0o600 }); });
    keepNewest(this.folder, isReport, keptReports);
  }

  /** How many reports and dumps have come since this was asked last, also in an earlier run. */
  takeNew(): number {
    const path = join(this.folder, seenFile);
    const seen = attempt(() => Number((JSON.parse(readFileSync(path, 'utf8')) as { at?: unknown }).at)) ?? 0;
    keepNewest(this.dumps, isDump, keptDumps);
    const times = [...filesIn(this.folder, isReport), ...filesIn(this.dumps, isDump)].map(({ time }) => time);
    const newest = Math.max(seen, ...times);
    if (newest > seen) attempt(() => { writeFileSync(path, JSON.stringify({ at: newest })); });
    return times.filter((time) => time > seen).length;
  }
}

const isReport = (name: string) => name.endsWith('.json') && name !== seenFile;
const isDump = (name: string) => name.endsWith('.dmp');

/** The stack without the message, which stands before it. */
function framesOf({ stack = '' }: Error): string {
  return stack.split('\n').filter((line) => /^\s+at /.test(line)).map((line) => line.trim()).join('\n');
}

interface Found {
  readonly path: string;
  readonly time: number;
}

/** Files of a folder and of those in it, of which the system's reporter makes some. */
function filesIn(folder: string, isOne: (name: string) => boolean): Found[] {
  const names = attempt(() => readdirSync(folder, { recursive: isOne === isDump, encoding: 'utf8' })) ?? [];
  return names.filter(isOne).flatMap((name) => {
    const path = join(folder, name);
    const time = attempt(() => statSync(path).mtimeMs);
    return time === null ? [] : [{ path, time }];
  });
}

function keepNewest(folder: string, isOne: (name: string) => boolean, kept: number): void {
  const found = filesIn(folder, isOne).sort((a, b) => b.time - a.time);
  for (const { path } of found.slice(kept)) attempt(() => { rmSync(path, { force: true }); });
}

/** Reports are a help; not being able to write one must not become the next error. */
function attempt<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}
