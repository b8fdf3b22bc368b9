import { setTimeout as delay } from 'node:timers/promises';
import type { InboxFiles, Look } from './ports';

export interface SettleTimes {
  /** How long a file that is complete by its format must lie unchanged, in milliseconds. */
  readonly completeMs: number;
  /** The same for any other file: it may be written slowly. */
  readonly incompleteMs: number;
}

export const defaultSettleTimes: SettleTimes = { completeMs: 150, incompleteMs: 2_000 };

/** Waits until a file has stopped growing. Resolves with the last look, which is no `file` when it went away. */
export async function settled(files: InboxFiles, path: string, times: SettleTimes, signal: AbortSignal): Promise<Look> {
  for (;;) {
    signal.throwIfAborted();
    const look = await files.look(path);
    if (look.kind !== 'file' || look.unchangedMs >= times.incompleteMs) return look;
    const needed = look.size > 0 && (await files.looksComplete(path)) ? times.completeMs : times.incompleteMs;
    if (look.unchangedMs >= needed) return look;
    await delay(Math.min(needed - look.unchangedMs + 5, 250), undefined, { signal });
  }
}
