import type { EventDraft } from '@shared/events/define-event';

/** Whether work may begin. While it is closed (the disk is full, a drive is gone) everyone waits, and nothing is given up. */
export interface Gate {
  readonly closed: boolean;
  /** Null when work may begin at once; else resolves when it may, or when the signal says that nobody waits any longer. */
  opened(signal: AbortSignal): Promise<void> | null;
  /** Whether what a handler wants to say comes of the circumstances, not of its event: then it is not said but tried again. */
  blames(drafts: readonly EventDraft[]): Promise<boolean>;
}

/** For whoever runs without limits, such as a rehearsal. */
export const openGate: Gate = { closed: false, opened: () => null, blames: async () => false };
