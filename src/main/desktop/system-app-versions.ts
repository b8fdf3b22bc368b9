import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { release } from 'node:os';
import { join } from 'node:path';
import type { Versions } from '@shared/ipc/system-app-calls';
import Sqlite from 'better-sqlite3';
import { app } from 'electron';

const unknown = 'unknown';
let known: Versions | null = null;

/** What runs here. */
export function versionsOfApp(): Versions {
  const { electron, chrome, node } = process.versions;
  known ??= {
    alice: app.getVersion(),
    commit: commitOfBuild(),
    electron,
    chromium: chrome,
    node,
    sqlite: versionOfSqlite(),
    libvips: versionOfLibvips(),
    system: `${process.platform} ${release()} ${process.arch}`,
  };
  return known;
}

/** As lines, to be put into a report. */
export function versionsInWords({ alice, commit, electron, chromium, node, sqlite, libvips, system }: Versions): string {
  return [`Alice ${alice} (${commit})`, `Electron ${electron}`, `Chromium ${chromium}`, `Node.js ${node}`, `SQLite ${sqlite}`, `libvips ${libvips}`, system].join('\n');
}

/** Written beside the build; what is built without a repository has none. */
function commitOfBuild(): string {
  try {
    return readFileSync(join(app.getAppPath(), 'out', 'commit.txt'), 'utf8').trim() || unknown;
  } catch {
    return unknown;
  }
}

function versionOfSqlite(): string {
  const database = new Sqlite(':memory:');
  try {
    return database.prepare<[], { version: string }>('SELECT sqlite_version() AS version').get()?.version ?? unknown;
  } finally {
    database.close();
  }
}

/** Read from its package: the library itself is loaded by the media process only. */
function versionOfLibvips(): string {
  const { resolve } = createRequire(import.meta.url);
  // Windows has the library in the package of sharp itself, and a Linux without glibc has a package of its own.
  const homes = ['sharp-libvips-', 'sharp-libvips-linuxmusl-', 'sharp-'].map((home) => (home.endsWith('musl-') ? home : `${home}${process.platform}-`));
  for (const home of homes) {
    try {
      const { vips } = JSON.parse(readFileSync(resolve(`@img/${home}${process.arch}/versions`), 'utf8')) as { vips?: string };
      if (vips !== undefined) return vips;
    } catch {
      // Another package has it.
    }
  }
  return unknown;
}
