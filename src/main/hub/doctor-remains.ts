import type { EventDraft } from '@shared/events/define-event';
import { eventRetryRequested } from '@shared/events/system-events';
import type { Finding } from '@shared/library/care-report';
import { hashFile } from '../adapters/files/hash-file';
import { deadLetters } from '../log/checkpoints';
import type { EventLog } from '../log/event-log';
import type { Patient } from './doctor';
import type { CareSources } from './doctor-care';

/** Whether a leftover or a second copy is still what it was found to be. */
export async function mayGo({ kind, path, content_hash }: Finding, { organized, openOperations }: Patient): Promise<boolean> {
  if (openOperations().some(({ source_path, destination_path }) => source_path === path || destination_path === path)) return false;
  if (kind === 'leftover') return true;
  const asset = content_hash === null ? null : organized.asset(content_hash);
  if (kind !== 'twin' || asset === null || asset.path === path || !(await organized.lies(asset))) return false;
  // The only copy under another name is never second.
  if (await organized.isSame(asset.path, path)) return false;
  return (await hashFile(path).catch(() => null))?.hash === content_hash;
}

/** An operation goes on with the event that led to it: delivered again to services that begin to work, or asked for when it was parked. */
export async function finishOperation(
  { path, content_hash }: Finding,
  { openOperations, logDatabase }: Pick<CareSources, 'openOperations' | 'logDatabase'>,
  log: EventLog,
  say: (draft: EventDraft) => Promise<void>,
): Promise<string | null> {
  const operation = openOperations().find((each) => each.destination_path === path && each.content_hash === content_hash);
  if (operation === undefined) return null;
  const [cause = ''] = operation.cause_id.split('/', 1);
  const sequence = log.sequenceOf(cause);
  const parked = deadLetters(logDatabase).find((letter) => letter.sequence === sequence);
  if (parked) await say(eventRetryRequested({ service: parked.service, parked_event_id: cause, parked_sequence: parked.sequence }));
  return null;
}
