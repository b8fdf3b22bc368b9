import type { AppStatus } from '@shared/ipc/answers';
import type { Run } from './notifications-run';

/** How far a run has come, as dock and taskbar show it. Below zero there is nothing to show. */
export interface Progress {
  readonly value: number;
  readonly mode: 'none' | 'normal' | 'paused' | 'error';
}

export const noProgress: Progress = { value: -1, mode: 'none' };
/** Above one is shown as work of which nobody knows how far it is. */
export const underWay: Progress = { value: 2, mode: 'normal' };
/** What is over at once is not shown: it would only flicker. */
const shownAfterMs = 1_000;
/** A taskbar shows no more than so many steps, and is not told more often. */
const steps = 100;

type Work = Pick<AppStatus, 'watching' | 'paused' | 'trouble'> & Partial<Pick<AppStatus, 'preparing'>> & {
  /** Folders or data are being moved, and nobody knows how long that takes. */
  readonly away?: boolean;
};

export function progressOf(run: Run | null, status: Work, now: number): Progress {
  const { preparing = null, away = false } = status;
  if (preparing !== null && preparing.total > 0) return { value: Math.round((preparing.done / preparing.total) * steps) / steps, mode: 'normal' };
  if (preparing !== null || away) return underWay;
  if (run === null || run.open === 0 || now - run.began < shownAfterMs) return noProgress;
  const done = run.filed + run.duplicates + run.set_aside;
  const value = Math.round((done / (done + run.open)) * steps) / steps;
  if (status.paused !== null || status.watching === 'off') return { value, mode: 'error' };
  return { value, mode: status.watching === 'paused' ? 'paused' : 'normal' };
}

/** Shows progress and the number of files that need a person; what is shown already is not said again. */
export class DockProgress {
  readonly #show: (progress: Progress) => void;
  readonly #badge: (count: number) => void;
  #shown: Progress = noProgress;
  #badged = 0;

  constructor(show: (progress: Progress) => void, badge: (count: number) => void) {
    this.#show = show;
    this.#badge = badge;
  }

  tell(progress: Progress, setAside: number): void {
    if (progress.value !== this.#shown.value || progress.mode !== this.#shown.mode) {
      this.#shown = progress;
      this.#show(progress);
    }
    if (setAside === this.#badged) return;
    this.#badged = setAside;
    this.#badge(setAside);
  }

  /** A new window shows nothing yet. */
  again(): void {
    if (this.#shown.mode !== 'none') this.#show(this.#shown);
  }
}
