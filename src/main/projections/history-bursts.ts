import type { RecordedEvent } from '@shared/events/catalog';

/** Operations with no longer pause between them, and no start of Alice, belong together. */
export const burstPauseMs = 60_000;

/** Operations that came in one go: an import, or a round of refiling. */
export interface Burst {
  /** The sequence of its first operation. */
  readonly first: number;
  readonly kind: 'filed' | 'refiled';
  /** When its last operation was recorded, in milliseconds. */
  readonly until: number;
}

/** The bursts that can still grow. */
export type OpenBursts = Readonly<Record<Burst['kind'], Burst | null>>;

export const noBursts: OpenBursts = { filed: null, refiled: null };

/** The bursts after an event, and the one that it belongs to. Pure; an operation that is an undo belongs to its undo, not here. */
export function nextBursts(open: OpenBursts, event: RecordedEvent): { readonly open: OpenBursts; readonly burst: Burst | null } {
  if (event.event_type === 'hub.started') return { open: noBursts, burst: null };
  // A file that followed its rating is no operation of its own.
  const isRefiled = event.event_type === 'asset.refiled' && event.data.reason !== 'rating';
  const kind = event.event_type === 'asset.organized' ? 'filed' : isRefiled ? 'refiled' : null;
  if (kind === null) return { open, burst: null };
  const at = Date.parse(event.timestamp);
  const before = open[kind];
  // A clock that was set back must not tear a burst apart, nor join what lies hours apart.
  const joins = before !== null && Math.abs(at - before.until) <= burstPauseMs;
  const burst: Burst = joins ? { ...before, until: at } : { first: event.sequence, kind, until: at };
  return { open: { ...open, [kind]: burst }, burst };
}
