import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inEnglish, t } from '@shared/language/language';
import type { Said } from '@shared/language/said';
import { Archive } from '../log/archive';
import { backupFolderOf, stampOf } from '../log/backup-names';
import { publishDurably, syncFolder } from '../log/durable-file';
import { logFileName } from '../log/open-database';
import { rebuildLog, type Rebuilt } from '../log/recovery/rebuild-log';
import { projectionsFileName } from '../projections/open-projections';
import { backupsIn } from './backup-files';
import { repairMark } from './log-trouble';
import { eventsKnownOf, problemWithLog } from './recover-detect';

const suffixes = ['', '-wal', '-shm'] as const;
/** While a log is being mended its damaged files lie here; a crash is gone on from. */
const workshop = 'recovering';

export interface MendOptions {
  /** Read every row, however long it takes. */
  readonly thorough?: boolean;
  /** Say what would come of it and change nothing. */
  readonly dryRun?: boolean;
  readonly backupFolder?: string | null;
}

/** What was done about a damaged log, and the problem for a person; the event has it in English. */
export interface Mended extends Rebuilt {
  readonly problemSaid: Said;
}

/**
 * Mends the log of a data folder when it is damaged: the damaged files are kept under another name, and a log takes their
 * place that holds every event which can still be read. Null when the log is sound. The caller holds the lease.
 */
export function mendLog(dataFolder: string, { thorough = false, dryRun = false, backupFolder = null }: MendOptions = {}): Mended | null {
  const interrupted = isInterrupted(dataFolder);
  const problemSaid = interrupted ? () => t('A repair of the event log was interrupted.') : problemWithLog(dataFolder, thorough);
  if (problemSaid === null) {
    if (!dryRun) rmSync(join(dataFolder, repairMark), { force: true });
    return null;
  }
  const problem = inEnglish(problemSaid);
  const rebuilt = dryRun
    ? rehearse(dataFolder, problem, backupFolder)
    : replaceLog(dataFolder, (shop, keptAs) => rebuild(dataFolder, shop, keptAs, problem, backupFolder));
  return rebuilt && { ...rebuilt, problemSaid };
}

/** What was done, for a person. */
export function recoverySentence({ problemSaid, kept_events, lost_events, damaged_file }: Mended): string {
  const done = t(
    '{problem} It was rebuilt from all that could be read: {kept, plural, one {# event is} other {# events are}} there. {lost, plural, =0 {None is lost.} one {# event could not be read any more.} other {# events could not be read any more.}}',
    { problem: problemSaid(), kept: kept_events, lost: lost_events },
  );
  return existsSync(damaged_file) ? t('{done} The damaged file is kept as {file}.', { done, file: damaged_file }) : done;
}

/**
 * Puts another log in the place of a log, which is kept under another name. `make` writes it as `rebuilt.sqlite`. Every
 * step leaves the folder so that the next start goes on from it: the files first go into the workshop all together, for a
 * write-ahead log without its log, or beside another one, would do harm.
 */
export function replaceLog(dataFolder: string, make: (shop: string, keptAs: string) => Rebuilt): Rebuilt | null {
  const shop = join(dataFolder, workshop);
  const log = join(dataFolder, logFileName);
  mkdirSync(shop, { recursive: true });
  const finished = existsSync(join(shop, 'finished'));
  if (!finished) {
    for (const suffix of suffixes) if (existsSync(log + suffix)) moveInto(log + suffix, join(shop, logFileName + suffix));
    syncFolder(shop);
  }
  const keptAs = free(`${log}.damaged-${stampOf(statSync(shop).birthtime)}`);
  const rebuilt = finished ? null : make(shop, keptAs);
  if (!finished) publishDurably(join(shop, 'rebuilt.sqlite'), join(shop, 'finished'));
  // From here on the rebuilt log is the log.
  for (const suffix of suffixes) {
    if (existsSync(join(shop, logFileName + suffix))) renameSync(join(shop, logFileName + suffix), keptAs + suffix);
  }
  renameSync(join(shop, 'finished'), log);
  syncFolder(dataFolder);
  discardProjections(dataFolder);
  rmSync(join(dataFolder, repairMark), { force: true });
  rmSync(shop, { recursive: true, force: true });
  return rebuilt;
}

function rebuild(dataFolder: string, shop: string, keptAs: string, problem: string, backupFolder: string | null): Rebuilt {
  clearWorkshop(shop);
  const copy = join(shop, 'copy.sqlite');
  for (const suffix of ['', '-wal'] as const) {
    const file = join(shop, logFileName + suffix);
    if (statSync(file, { throwIfNoEntry: false })?.isFile()) copyFileSync(file, copy + suffix);
  }
  const second = backupFolder === null ? [] : backupsIn(backupFolder);
  return rebuildLog(join(shop, 'rebuilt.sqlite'), {
    damagedCopy: copy,
    keptAs,
    problem,
    backups: [...backupsIn(backupFolderOf(dataFolder)), ...second].map(({ file }) => file),
    archive: new Archive(dataFolder),
    eventsKnownOf: eventsKnownOf(dataFolder),
    stagingFile: join(shop, 'staging.sqlite'),
  });
}

/** Removes what an interrupted attempt had made; the log itself lies there under its own name. */
export function clearWorkshop(shop: string): void {
  for (const name of ['rebuilt.sqlite', 'rebuilt.sqlite-journal', 'staging.sqlite', 'copy.sqlite', 'copy.sqlite-wal', 'copy.sqlite-shm']) {
    rmSync(join(shop, name), { force: true });
  }
}

/** The same with copies, beside the folder's own files, which stay as they are. */
function rehearse(dataFolder: string, problem: string, backupFolder: string | null): Rebuilt {
  const shop = join(dataFolder, `${workshop}-rehearsal`);
  mkdirSync(shop, { recursive: true });
  try {
    const from = existsSync(join(dataFolder, workshop, logFileName)) ? join(dataFolder, workshop) : dataFolder;
    for (const suffix of ['', '-wal'] as const) {
      const file = join(from, logFileName + suffix);
      if (statSync(file, { throwIfNoEntry: false })?.isFile()) copyFileSync(file, join(shop, logFileName + suffix));
    }
    return rebuild(dataFolder, shop, join(dataFolder, `${logFileName}.damaged-…`), problem, backupFolder);
  } finally {
    rmSync(shop, { recursive: true, force: true });
  }
}

/** Whether an earlier repair still has something in its workshop: the damaged files, or the log that it made of them. */
function isInterrupted(dataFolder: string): boolean {
  const shop = join(dataFolder, workshop);
  return [...suffixes.map((suffix) => logFileName + suffix), 'finished'].some((name) => existsSync(join(shop, name)));
}

function moveInto(from: string, to: string): void {
  if (!existsSync(to)) renameSync(from, to);
}

/** A name that no earlier damaged log has. */
function free(name: string): string {
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? name : `${name}-${n}`;
    if (!existsSync(candidate)) return candidate;
  }
}

/** Library and word index are folds of the log: of a new log they are made anew. */
function discardProjections(dataFolder: string): void {
  for (const name of [projectionsFileName, 'search.sqlite']) {
    for (const suffix of suffixes) rmSync(join(dataFolder, name + suffix), { force: true });
  }
}
