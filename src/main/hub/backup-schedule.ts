import type { EventDraft } from '@shared/events/define-event';
import { logBackedUp } from '@shared/events/system-events';
import { SaidError } from '@shared/language/said';
import type { BackupMade, BackupRecord } from '@shared/library/backup-record';
import type { Database } from 'better-sqlite3';
import type { ReportBug } from '../kernel/report-bug';
import { backupFolderOf } from '../log/backup-names';
import type { LogReader } from '../log/log-reader';
import { backUp } from './backup';
import { backupsIn } from './backup-files';

export interface BackupOptions {
  readonly database: Database;
  readonly reader: LogReader;
  readonly dataFolder: string;
  /** Asked each time, so that it can be changed while the hub runs. */
  readonly secondFolder: () => string | null;
  readonly say: (draft: EventDraft) => Promise<void>;
  readonly reportBug: ReportBug;
  /** True while no regular backup is to be made. */
  readonly held?: () => boolean;
  readonly now?: () => Date;
}

const dayMs = 24 * 3_600_000;
/** A log that has no backup yet gets its first when it is this old. */
const firstAfterMs = 3_600_000;
const lookEveryMs = 10 * 60_000;

/** Backs the log up once a day, and when a person asks. */
export class BackupSchedule {
  readonly #options: BackupOptions;
  readonly #now: () => Date;
  #running: Promise<BackupMade> | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: BackupOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  /** The newest first. */
  list(): readonly BackupRecord[] {
    return backupsIn(backupFolderOf(this.#options.dataFolder));
  }

  /** Makes one now; one that is under way is waited for instead. @throws BackupError */
  make(): Promise<BackupMade> {
    this.#running ??= this.#make().finally(() => { this.#running = null; });
    return this.#running;
  }

  /** Makes one when it is due, and looks again now and then until the end. */
  start(): void {
    this.#makeWhenDue();
    this.#timer = setInterval(() => { this.#makeWhenDue(); }, lookEveryMs).unref();
  }

  async end(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#running?.catch(() => undefined);
  }

  get due(): boolean {
    const [newest] = this.list();
    const since = newest?.made_at ?? this.#options.reader.after(0, 1)[0]?.timestamp;
    if (since === undefined) return false;
    const age = this.#now().getTime() - Date.parse(since);
    // One from the future was made before the clock was set back.
    return age > (newest ? dayMs : firstAfterMs) || age < -dayMs;
  }

  #makeWhenDue(): void {
    if (this.#options.held?.() === true || !this.due) return;
    this.make().catch((error: unknown) => { this.#options.reportBug({ where: 'the regular backup of the log', error }); });
  }

  async #make(): Promise<BackupMade> {
    const { database, dataFolder, secondFolder, say, reportBug } = this.#options;
    const made = await backUp({ database, dataFolder, secondFolder: secondFolder(), now: this.#now });
    if (made.second_copy_problem !== null) reportBug({ where: 'the backup', error: new SaidError(made.second_copy_problem) });
    const { file, last_sequence, bytes, verified_events, duration_ms } = made;
    await say(logBackedUp({ file, last_sequence, bytes, verified_events, duration_ms }));
    return made;
  }
}
