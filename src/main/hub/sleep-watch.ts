import { uptime } from 'node:os';

/** The clocks of a computer. */
export interface Clocks {
  /** What the wall clock says; a person or the network may set it. */
  wall(): number;
  /** Runs while the process can; on some systems it stands still while the computer sleeps. */
  monotonic(): number;
  /** Since the computer started, sleep included; to the second. */
  sinceBoot(): number;
}

export const realClocks: Clocks = {
  wall: () => Date.now(),
  monotonic: () => performance.now(),
  sinceBoot: () => uptime() * 1_000,
};

export interface Woken {
  readonly slept_ms: number;
  /** How far the wall clock went beyond the time that passed; negative when it was set back. */
  readonly clock_jump_ms: number;
}

const everyMs = 5_000;
const noticeMs = 30_000;

/** Notices by the gap between two ticks that the computer slept, the process stood still or the clock was set. */
export class SleepWatch {
  readonly #clocks: Clocks;
  readonly #woke: (woken: Woken) => void;
  #last: { wall: number; monotonic: number; sinceBoot: number };
  #timer: NodeJS.Timeout | null = null;

  constructor(woke: (woken: Woken) => void, clocks: Clocks = realClocks) {
    this.#woke = woke;
    this.#clocks = clocks;
    this.#last = this.#now();
  }

  start(): void {
    this.#last = this.#now();
    this.#timer = setInterval(() => { this.tick(); }, everyMs).unref();
  }

  end(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  /** Compares the clocks with the tick before. `told` is what the system itself says: then any gap counts. */
  tick(told = false): void {
    const now = this.#now();
    const before = this.#last;
    this.#last = now;
    const wall = now.wall - before.wall;
    const passed = Math.max(now.monotonic - before.monotonic, now.sinceBoot - before.sinceBoot);
    const slept_ms = Math.max(0, Math.round(passed - everyMs));
    const clock_jump_ms = Math.round(wall - passed);
    const jumped = Math.abs(clock_jump_ms) > noticeMs;
    const slept = told || slept_ms > noticeMs;
    if (slept || jumped) this.#woke({ slept_ms: slept ? slept_ms : 0, clock_jump_ms: jumped ? clock_jump_ms : 0 });
  }

  #now(): { wall: number; monotonic: number; sinceBoot: number } {
    return { wall: this.#clocks.wall(), monotonic: this.#clocks.monotonic(), sinceBoot: this.#clocks.sinceBoot() };
  }
}
