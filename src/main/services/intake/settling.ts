import type { InboxFiles, Look } from './ports';

export interface SettleTimes {
  /** How long a file that is complete by its format must lie unchanged, in milliseconds. */
  readonly completeMs: number;
  /** The same for any other file: it may be written slowly. */
  readonly incompleteMs: number;
}

export const defaultSettleTimes: SettleTimes = { completeMs: 150, incompleteMs: 2_000 };

type FileLook = Extract<Look, { kind: 'file' }>;

/** When a file was first seen as it is now, by a clock that nobody sets. */
export interface FirstSeen {
  readonly identity: string;
  readonly atMs: number;
}

/** How long to wait before another look, in milliseconds; 0 when the file has stopped growing. */
export async function restNeeded(files: InboxFiles, path: string, look: FileLook, since: FirstSeen, times: SettleTimes): Promise<number> {
  // Where the file's times come from another clock, only what was seen here counts.
  const unchangedMs = look.unchangedMs ?? performance.now() - since.atMs;
  if (unchangedMs < times.completeMs) return rest(times.completeMs - unchangedMs);
  const isComplete = () => (look.size > 0 ? files.looksComplete(path) : Promise.resolve(false));
  if (unchangedMs < times.incompleteMs) return (await isComplete()) ? 0 : rest(times.incompleteMs - unchangedMs);
  // A program that has paused in the middle of a file still has it open.
  if (!(await files.isBeingWritten(path)) || (await isComplete())) return 0;
  return Math.max(1_000, times.incompleteMs);
}

/** It may become complete at any moment, so the next look comes soon. */
function rest(ms: number): number {
  return Math.min(ms + 5, 250);
}
