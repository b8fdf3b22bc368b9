import { recordedBytes } from '@shared/story/words';
import type { NotMedia, Trouble } from './ports';

const tryAgainAfterMs = 10 * 60_000;

/** Whether a reason lies in the circumstances, not in the file. */
export function isPassing(reason: string | null): boolean {
  const passing = ['disk_full', 'read_only', 'no_permission', 'file_operation_failed', 'internal_error', 'vanished', 'timed_out'];
  return reason !== null && passing.includes(reason);
}

/** Whether a file that was set aside then may be tried again by itself: in every run, and every ten minutes. */
export function isDueAgain(since: string, runBeganMs: number): boolean {
  const at = Date.parse(since);
  return at < runBeganMs || at < Date.now() - tryAgainAfterMs || at > Date.now();
}

/** False for a file that was moved out: when one lies there again, it is a new one. */
export function stillLiesHere(entry: { readonly state: string; readonly operation: string | null }): boolean {
  return !(entry.state === 'filed' && entry.operation === 'move');
}

export function notMedia({ size }: NotMedia): Trouble {
  const message = `This is not a picture or video that Alice knows (${recordedBytes(size)}). It lies untouched in the inbox.`;
  return { kind: 'trouble', reason: 'not_media', message, size };
}

export function alone({ size }: NotMedia): Trouble {
  const message = 'No picture or video that it could belong to lies beside it, or that one was set aside. It lies untouched in the inbox; when its picture is filed, it goes along by itself.';
  return { kind: 'trouble', reason: 'sidecar_alone', message, size };
}

/** A file of an inbox that is not this hub's. */
export function elsewhere(path: string): Trouble {
  const message = `This file lies in an inbox that is not open now (${path}). It is untouched; Alice takes it in by itself when that inbox is opened again.`;
  return { kind: 'trouble', reason: 'file_operation_failed', message, size: null };
}
