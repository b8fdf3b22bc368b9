import { inEnglish } from '@shared/language/language';
import { secondsInWords } from './seconds-in-words';

export interface BreakerTimes {
  /** Failures in a row after which a stage is left alone. */
  readonly failures: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

export const usualBreakerTimes: BreakerTimes = { failures: 5, firstPauseMs: 30_000, longestPauseMs: 30 * 60_000 };

/**
 * Leaves a stage alone that fails again and again, so that pictures do not wait for it in vain: five failures in a row
 * begin a pause, after which one picture tries it; each try that fails doubles the pause.
 */
export class Breaker {
  readonly #times: BreakerTimes;
  readonly #now: () => number;
  #failures = 0;
  #lastReason = '';
  #pauseMs = 0;
  #closedUntil = 0;
  #trying = false;

  constructor(times: BreakerTimes = usualBreakerTimes, now: () => number = () => performance.now()) {
    this.#times = times;
    this.#now = now;
  }

  /** Null when a picture may ask; otherwise why not, as a sentence that is recorded. Whoever may ask says how it ended. */
  enter(): string | null {
    if (this.#pauseMs === 0) return null;
    const left = this.#closedUntil - this.#now();
    if (left <= 0 && !this.#trying) {
      this.#trying = true;
      return null;
    }
    const wait = left > 0 ? `for ${inEnglish(() => secondsInWords(left))} more` : 'until one picture has tried it';
    return `It failed ${this.#failures} times in a row and is left alone ${wait}. The last time: ${this.#lastReason}`;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#pauseMs = 0;
    this.#trying = false;
  }

  failed(reason: string): void {
    this.#failures += 1;
    this.#lastReason = reason;
    const { failures, firstPauseMs, longestPauseMs } = this.#times;
    const isTry = this.#trying;
    this.#trying = false;
    // Those that were under way when the pause began prove nothing new.
    if (this.#failures < failures || (this.#pauseMs > 0 && !isTry)) return;
    this.#pauseMs = Math.min(longestPauseMs, this.#pauseMs === 0 ? firstPauseMs : this.#pauseMs * 2);
    this.#closedUntil = this.#now() + this.#pauseMs;
  }

  /** It ended without saying anything about the service: the next picture may ask. */
  left(): void {
    this.#trying = false;
  }
}
