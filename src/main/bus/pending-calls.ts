import type { PendingFigures } from './middleware';

/** Calls that began within the same tenth of a second; who ends one takes one off `open`. */
export interface Cohort {
  /** The tenth of a second, counted from when the clock began: a small whole number, which compares fast. */
  readonly tick: number;
  open: number;
}

const tickMs = 100;
const mostCohorts = 64;

export function tickOf(now: number): number {
  return Math.trunc(now / tickMs);
}

/**
 * Counts the calls of one handler that have not ended, exactly, and their age to a tenth of a second. The memory is
 * bounded however many calls never end: they are kept as counts per cohort, not one by one.
 */
export class PendingCalls implements PendingFigures {
  #cohorts: Cohort[] = [];
  /** The cohort that calls join which begin now. */
  newest: Cohort = { tick: -1, open: 0 };

  /** Counts a call that begins now. */
  open(tick: number): Cohort {
    if (this.newest.tick !== tick) this.#begin(tick);
    this.newest.open += 1;
    return this.newest;
  }

  get count(): number {
    return this.#cohorts.reduce((sum, { open }) => sum + open, 0);
  }

  oldest(now: number): number | null {
    const first = this.#cohorts.find(({ open }) => open > 0);
    return first === undefined ? null : Math.max(0, now - first.tick * tickMs);
  }

  olderThan(milliseconds: number, now: number): number {
    return this.#cohorts.reduce((sum, { tick, open }) => (now - tick * tickMs > milliseconds ? sum + open : sum), 0);
  }

  #begin(tick: number): void {
    this.#cohorts = this.#cohorts.filter(({ open }) => open > 0);
    // With this many cohorts open the newest takes in what begins now, and those calls look older than they are.
    if (this.newest.open > 0 && this.#cohorts.length >= mostCohorts) return;
    this.newest = { tick, open: 0 };
    this.#cohorts.push(this.newest);
  }
}
