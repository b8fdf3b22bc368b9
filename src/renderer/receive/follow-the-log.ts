import type { RecordedEvent } from '@shared/events/catalog';
import type { Snapshot } from '@shared/ipc/answers';

/** Where events come from. */
export interface LogSource {
  /** Hears every new batch until the returned function is called. */
  hear(listener: (batch: readonly RecordedEvent[]) => void): () => void;
  /** Everything up to now; null when it cannot be had at the moment. */
  ask(): Promise<Snapshot | null>;
}

/** Who wants to know. `tell` receives events without gaps, each once, in log order. */
export interface LogFollower {
  begin(snapshot: Snapshot): void;
  tell(batch: readonly RecordedEvent[]): void;
  /** The log can be heard but not read, or has a gap: what is shown may be behind. */
  lost?(): void;
}

const retryAfterMs = 1000;

/**
 * Joins the log late without gaps or doubles: listens first, then asks, holds back what arrives between
 * and drops what the answer already covers. A gap later on means that a batch was lost: it asks again.
 */
export function followTheLog(source: LogSource, follower: LogFollower): () => void {
  /** The last event that was passed on; null while an answer is awaited. */
  let covered: number | null = null;
  let held: RecordedEvent[] = [];
  let ended = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const pass = (batch: readonly RecordedEvent[]) => {
    if (covered === null) {
      held.push(...batch);
      return;
    }
    const from = covered;
    const fresh = batch.filter((event) => event.sequence > from);
    const gap = fresh.findIndex((event, index) => event.sequence !== from + index + 1);
    const whole = gap === -1 ? fresh : fresh.slice(0, gap);
    if (whole.length > 0) {
      covered = from + whole.length;
      follower.tell(whole);
    }
    if (gap !== -1) {
      covered = null;
      held = fresh.slice(gap);
      follower.lost?.();
      void ask();
    }
  };

  const ask = async () => {
    const snapshot = await source.ask().catch(() => null);
    if (ended) return;
    if (snapshot === null) {
      follower.lost?.();
      retry = setTimeout(() => void ask(), retryAfterMs);
      return;
    }
    covered = snapshot.sequence;
    const waiting = held.filter((event) => event.sequence > snapshot.sequence);
    held = [];
    follower.begin(snapshot);
    // A gap that the fresh snapshot did not close: wait before asking again, so that it cannot spin.
    if (waiting[0] !== undefined && waiting[0].sequence !== snapshot.sequence + 1) {
      covered = null;
      held = waiting;
      retry = setTimeout(() => void ask(), retryAfterMs);
      return;
    }
    pass(waiting);
  };

  const leave = source.hear(pass);
  void ask();
  return () => {
    ended = true;
    clearTimeout(retry);
    leave();
  };
}
