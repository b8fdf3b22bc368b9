import { setTimeout as delay } from 'node:timers/promises';
import type { EventDraft } from '@shared/events/define-event';
import { hubResumed, hubWoke } from '@shared/events/system-events';
import { t } from '@shared/language/language';
import type { Said } from '@shared/language/said';
import type { BackupMade, BackupRecord } from '@shared/library/backup-record';
import { type Database, SqliteError } from 'better-sqlite3';
import type { Gate } from '../kernel/gate';
import type { ReportBug } from '../kernel/report-bug';
import type { EventLog } from '../log/event-log';
import type { LibraryQueries } from '../projections/library-queries';
import type { InboxFiles } from '../services/intake/ports';
import { BackupSchedule } from './backup-schedule';
import { DiskGuard } from './disk-guard';
import { PendingSizes } from './disk-guard-pending';
import { ReserveFile } from './disk-guard-reserve';
import { type Room, roomAt } from './disk-guard-room';
import { unpluggedCheck } from './disk-guard-unplugged';
import { limitSettingsIn } from './limit-settings';
import { waitForLog } from './log-trouble';
import { hubPausedFor, type Pause, pauseFor, PauseGate, type PauseReason } from './pause-gate';
import { PatientWords } from './pause-words';
import { guardedInbox } from './guarded-inbox';
import { type Mended, recoverySentence } from './recover-log';
import { SleepWatch, type Woken } from './sleep-watch';
import { WeeklyCheck } from './weekly-check';

/** What a hub offers to those who care for it. */
export interface HubLimits {
  /** Verified backups of the log, the newest first. */
  backups(): readonly BackupRecord[];
  /** Backs the log up now, without anyone waiting. @throws BackupError */
  backUpNow(): Promise<BackupMade>;
  /** Why no file is touched at the moment; null when all is well. */
  pausedFor(): Pause | null;
  /** The system says that the computer has woken up. */
  woke(): void;
  /** What was done, when the log was found damaged at the start, as a sentence or two; else null. */
  recovered(): string | null;
}

export interface LimitSettings {
  /** Bytes that stay free on every disk that files go to. */
  readonly reserveBytes?: number;
  readonly lookEveryMs?: number;
  /** How long a run that is to end by itself waits for room or a drive. */
  readonly graceMs?: number;
  readonly roomAt?: (folder: string) => Promise<Room | null>;
}

export interface LimitsOptions {
  readonly folders: { readonly inbox: string; readonly organized: string; readonly data: string };
  readonly log: EventLog;
  readonly database: Database;
  readonly library: LibraryQueries;
  readonly say: (drafts: readonly EventDraft[]) => Promise<void>;
  readonly reportBug: ReportBug;
  /** Told when a pause begins, ends or gets other words. */
  readonly changed: () => void;
  /** Looks through the folders anew. */
  readonly lookThrough: () => Promise<void>;
  readonly backupFolder: () => string | null;
  readonly recovered: Mended | null;
  readonly settings?: LimitSettings | undefined;
}

const defaultReserve = 64_000_000;
const reserveFileBytes = 8_000_000;
const freshMs = 250;

/** Keeps files from being touched while they could come to harm, and the log from being lost. */
export class Limits implements Gate {
  readonly #options: LimitsOptions;
  readonly #pauses: PauseGate;
  readonly #guard: DiskGuard;
  readonly #reserve: ReserveFile;
  readonly #words: PatientWords;
  readonly #backups: BackupSchedule;
  readonly #sleep: SleepWatch;
  readonly #weekly: WeeklyCheck;
  readonly #graceMs: number;
  #looking: Promise<void> | null = null;
  #lookedAt = -Infinity;
  #timer: NodeJS.Timeout | null = null;
  #begun = false;
  #ended = false;

  constructor(options: LimitsOptions) {
    this.#options = options;
    const { folders, log, database, library, settings = {} } = options;
    const pending = new PendingSizes([...library.inboxInState('waiting', 1_000_000), ...library.inboxInState('working', 1_000_000)]);
    log.onCommit((events) => { pending.follow(events); });
    log.onTrouble((error) => void this.#logTrouble(error));
    const reserve = () => settings.reserveBytes ?? limitSettingsIn(folders.data).reserveBytes ?? defaultReserve;
    this.#pauses = new PauseGate(options.changed);
    this.#reserve = new ReserveFile(folders.data, Math.min(reserveFileBytes, reserve()));
    this.#words = new PatientWords(options.say, () => { this.#giveUpRoom(); });
    this.#guard = new DiskGuard({
      folders,
      // A setting, which holds at once when it is changed.
      get reserveBytes() { return reserve(); },
      roomAt: settings.roomAt ?? roomAt, largestPending: () => pending.largest, owed: () => this.#reserve.owed,
      looksUnplugged: unpluggedCheck(database, folders.organized),
    });
    this.#backups = new BackupSchedule({
      database, reader: log.reader, dataFolder: folders.data, secondFolder: options.backupFolder, reportBug: options.reportBug,
      say: (draft) => options.say([draft]), held: () => this.closed,
    });
    this.#weekly = new WeeklyCheck({ database, dataFolder: folders.data, reportBug: options.reportBug });
    this.#sleep = new SleepWatch((woken) => void this.#woke(woken));
    this.#graceMs = settings.graceMs ?? 3_000;
  }

  /** The part of it that others may use. */
  get offers(): HubLimits {
    return {
      backups: () => this.#backups.list(),
      backUpNow: () => this.#backups.make(),
      pausedFor: () => this.#pauses.pausedFor,
      woke: () => { this.#sleep.tick(true); },
      recovered: () => this.#options.recovered && recoverySentence(this.#options.recovered),
    };
  }

  /** Begins to look, now and regularly. */
  async start(): Promise<void> {
    this.#begun = true;
    this.#timer = setInterval(() => void this.look(), this.#options.settings?.lookEveryMs ?? 2_000);
    this.#sleep.start();
    await this.look();
    this.#backups.start();
    this.#weekly.start();
  }

  get closed(): boolean {
    return this.#pauses.closed;
  }

  opened(signal?: AbortSignal): Promise<void> | null {
    const fresh = !this.#begun || performance.now() - this.#lookedAt < freshMs;
    return fresh && !this.closed ? null : this.#lookedAndOpened(fresh, signal);
  }

  async blames(drafts: readonly EventDraft[]): Promise<boolean> {
    if (!drafts.some(isCircumstance)) return false;
    await this.look(true);
    return this.closed;
  }

  /** Looks at disks and folders; `anew` when what was seen a moment ago will not do. */
  async look(anew = false): Promise<void> {
    if (!this.#begun || this.#ended) return;
    if (anew) await this.#looking;
    this.#looking ??= this.#look()
      .catch((error: unknown) => { this.#options.reportBug({ where: 'looking at the disks', error }); })
      .finally(() => { this.#looking = null; });
    await this.#looking;
  }

  /** Whether an error comes of what a pause says already, or will say in a moment. */
  explains(error: unknown): boolean {
    if (error instanceof SqliteError && error.code === 'SQLITE_FULL') void this.look();
    return error instanceof SqliteError && (error.code === 'SQLITE_FULL' || this.closed);
  }

  /** Another computer works with the same data folder: nothing more is touched here. */
  takenOver(by: Said): void {
    const said = () => t('{taken} No file is touched here; open Alice anew when the other is closed.', { taken: by() });
    this.#pauses.close(pauseFor('log_unwritable', said));
  }

  /** Does something that says events, again and again while the log cannot take them. @throws HubClosing */
  async patiently<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof SqliteError) || !this.closed) throw error;
        await this.#pauses.opened();
      }
    }
  }

  /** The inbox, whose files wait while they must not be touched. */
  inbox(files: InboxFiles): InboxFiles {
    return guardedInbox(files, this);
  }

  /** Waits for something, but not for longer than a pause may last in a run that is to end by itself. */
  async unlessStuck(work: Promise<void>): Promise<void> {
    const over = new AbortController();
    const done = work.finally(() => { over.abort(); });
    const stuck = async () => {
      while (!over.signal.aborted && !this.isStuck && !this.#ended) {
        await delay(50, undefined, { signal: over.signal }).catch(() => undefined);
      }
    };
    // What is left behind goes on when there is room; its end is not waited for here.
    done.catch(() => undefined);
    await Promise.race([done, stuck()]);
    if (over.signal.aborted) await done;
  }

  get isStuck(): boolean {
    return this.#pauses.closedForMs > this.#graceMs;
  }

  /** Ends it. Whoever waits for room is let go with an error. */
  async end(): Promise<void> {
    this.#ended = true;
    if (this.#timer) clearInterval(this.#timer);
    this.#sleep.end();
    this.#weekly.end();
    this.#pauses.end();
    await this.#backups.end();
    await this.#looking;
  }

  async #lookedAndOpened(fresh: boolean, signal: AbortSignal | undefined): Promise<void> {
    if (!fresh) await this.look();
    if (this.closed) await this.#pauses.opened(signal);
  }

  async #look(): Promise<void> {
    const found = await this.#guard.look((reason) => this.#pauses.has(reason));
    this.#lookedAt = performance.now();
    for (const pause of found) {
      if (!this.#pauses.close(pause)) continue;
      if (pause.reason === 'disk_full') emptyWriteAheadLog(this.#options.database);
      await this.#words.say(hubPausedFor(pause));
    }
    const over = (['disk_full', 'organized_gone', 'inbox_gone'] as const).filter(
      (reason) => this.#pauses.has(reason) && !found.some((pause) => pause.reason === reason),
    );
    for (const reason of over) await this.#resume(reason);
    if (!this.closed) this.#reserve.hold((await this.#guard.freeForLog()) ?? 0);
  }

  /** Everything that can be let go of, so that the log can say why it stops. */
  #giveUpRoom(): void {
    this.#reserve.release();
    emptyWriteAheadLog(this.#options.database);
  }

  async #resume(reason: PauseReason): Promise<void> {
    const paused_ms = this.#pauses.open(reason);
    if (paused_ms === null) return;
    await this.#words.say(hubResumed({ reason, paused_ms }));
    if (!this.closed) this.#lookThrough({ where: 'looking through the folders after a pause' });
  }

  async #logTrouble(error: Error): Promise<void> {
    if (this.#pauses.has('log_unwritable')) return;
    await waitForLog({
      error, dataFolder: this.#options.folders.data,
      pause: (pause) => { this.#pauses.close(pause); },
      tryAgain: (pause) => this.#words.say(...(pause ? [hubPausedFor(pause)] : [])),
      ended: () => this.#ended,
    });
    if (!this.#ended) await this.#resume('log_unwritable');
  }

  async #woke({ slept_ms, clock_jump_ms }: Woken): Promise<void> {
    if (!this.#begun || this.#ended) return;
    await this.look(true);
    await this.#words.say(hubWoke({ slept_ms, clock_jump_ms }));
    this.#lookThrough({ where: 'looking through the folders after waking up' });
  }

  #lookThrough(doing: { readonly where: string }): void {
    this.#options.lookThrough().catch((error: unknown) => { this.#options.reportBug({ ...doing, error }); });
  }
}

/** What is in the log's own file already need not take room twice. */
function emptyWriteAheadLog(database: Database): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // On a disk that is full to the last byte it stays as it is.
  }
}

/** Whether a file is said to be set aside for a reason that may lie in disk or drive. */
function isCircumstance({ event_type, data }: EventDraft): boolean {
  if (event_type !== 'asset.set_aside') return false;
  const reason: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'reason') : null;
  return typeof reason === 'string' && ['disk_full', 'read_only', 'no_permission', 'file_operation_failed', 'vanished'].includes(reason);
}
