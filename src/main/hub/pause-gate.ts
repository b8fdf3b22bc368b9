import type { EventData } from '@shared/events/catalog';
import { hubPaused } from '@shared/events/system-events';
import { inEnglish } from '@shared/language/language';
import type { Said } from '@shared/language/said';

export type PauseReason = EventData<'hub.paused'>['reason'];

/** Why no file is touched at the moment. */
export interface Pause extends EventData<'hub.paused'> {
  /** The message for a person: a sentence or two about what is wrong, what is safe and what to do. */
  readonly said: Said;
}

export function pauseFor(reason: PauseReason, said: Said, missing_bytes: number | null = null): Pause {
  return { reason, message: inEnglish(said), missing_bytes, said };
}

/** What is recorded of a pause. */
export function hubPausedFor({ reason, message, missing_bytes }: Pause): ReturnType<typeof hubPaused> {
  return hubPaused({ reason, message, missing_bytes });
}

interface Standing {
  readonly pause: Pause;
  readonly began: number;
}

/** Nobody waits any longer, because the hub closes. */
export class HubClosing extends Error {
  override readonly name = 'HubClosing';
}

/** Closed while there is at least one reason; those who want to touch files wait before it. */
export class PauseGate {
  readonly #standing = new Map<PauseReason, Standing>();
  readonly #changed: () => void;
  #waiters: (() => void)[] = [];
  #ended = false;

  constructor(changed: () => void = () => undefined) {
    this.#changed = changed;
  }

  get closed(): boolean {
    return this.#standing.size > 0;
  }

  /** The reason that came first, or null while files are taken. */
  get pausedFor(): Pause | null {
    const [first] = this.#standing.values();
    return first?.pause ?? null;
  }

  /** How long it has been closed, in milliseconds; 0 while it is open. */
  get closedForMs(): number {
    const [first] = this.#standing.values();
    return first === undefined ? 0 : performance.now() - first.began;
  }

  has(reason: PauseReason): boolean {
    return this.#standing.has(reason);
  }

  /** True when the reason is new. One that stands already takes the newer words. */
  close(pause: Pause): boolean {
    const before = this.#standing.get(pause.reason);
    this.#standing.set(pause.reason, { pause, began: before?.began ?? performance.now() });
    if (before?.pause.message !== pause.message) this.#changed();
    return before === undefined;
  }

  /** Takes a reason away; says for how long it stood, or null when it did not. */
  open(reason: PauseReason): number | null {
    const standing = this.#standing.get(reason);
    if (standing === undefined) return null;
    this.#standing.delete(reason);
    if (!this.closed) for (const wake of this.#waiters.splice(0)) wake();
    this.#changed();
    return Math.round(performance.now() - standing.began);
  }

  /** Resolves when it is open, or when the signal is given. @throws HubClosing when it never will be. */
  async opened(signal?: AbortSignal): Promise<void> {
    while (this.closed && !signal?.aborted) {
      if (this.#ended) throw new HubClosing('The hub is closing.');
      await new Promise<void>((resolve) => {
        this.#waiters.push(resolve);
        signal?.addEventListener('abort', () => { resolve(); }, { once: true });
      });
    }
  }

  /** Lets those who wait go, with an error that says why. */
  end(): void {
    this.#ended = true;
    for (const wake of this.#waiters.splice(0)) wake();
  }
}
