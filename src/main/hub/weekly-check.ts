import { inEnglish, t } from '@shared/language/language';
import { SaidError } from '@shared/language/said';
import type { Database } from 'better-sqlite3';
import type { ReportBug } from '../kernel/report-bug';
import { verifyRowsInSlices } from '../log/verify-rows';
import { markForRepair } from './log-trouble';

export interface WeeklyCheckOptions {
  readonly database: Database;
  readonly dataFolder: string;
  readonly reportBug: ReportBug;
  readonly now?: () => number;
  /** Told of damage, as a sentence. */
  readonly damaged?: (problem: string) => void;
}

const weekMs = 7 * 24 * 3_600_000;
const lookEveryMs = 6 * 3_600_000;
const key = 'verified_at';

/** Reads every row of the log once a week, a little at a time. Damage is marked, so that the next start mends it. */
export class WeeklyCheck {
  readonly #options: WeeklyCheckOptions;
  readonly #now: () => number;
  #timer: NodeJS.Timeout | null = null;
  #ended = false;

  constructor(options: WeeklyCheckOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => Date.now());
  }

  start(): void {
    const check = () => { this.checkWhenDue().catch((error: unknown) => { this.#options.reportBug({ where: 'the weekly check of the log', error }); }); };
    this.#timer = setInterval(check, lookEveryMs).unref();
    check();
  }

  end(): void {
    this.#ended = true;
    if (this.#timer) clearInterval(this.#timer);
  }

  /** True when the log was read to its end and is sound, false when it is damaged, null when it was not due. */
  async checkWhenDue(): Promise<boolean | null> {
    const { database, dataFolder, damaged = () => undefined } = this.#options;
    const last = database.prepare<[], number>(`SELECT value FROM about WHERE name = '${key}'`).pluck().get();
    if (last !== undefined && Math.abs(this.#now() - last) < weekMs) return null;
    const result = await verifyRowsInSlices(database, () => this.#ended);
    if (this.#ended) return null;
    if (result.damaged === null) {
      database.prepare(`INSERT OR REPLACE INTO about (name, value) VALUES ('${key}', ?)`).run(this.#now());
      return true;
    }
    const { problem } = result.damaged;
    markForRepair(dataFolder, inEnglish(problem));
    const trouble = new SaidError(() => t(
      '{problem} Close Alice and open it again: it mends the log from what can be read and from backups.', { problem: problem() },
    ));
    damaged(trouble.message);
    this.#options.reportBug({ where: 'the weekly check of the log', error: trouble });
    return false;
  }
}
