import type { RecordedEvent } from '../events/catalog';
import { inEnglish, t } from '../language/language';

/** The lanes of the inbox in order of travel. Every file that entered is in exactly one of them. */
export type InboxState = 'waiting' | 'working' | 'filed' | 'duplicate' | 'set_aside';

/** How far a file has come; drawn as the four step marks. */
export type InboxStep = 'detected' | 'discovered' | 'processed' | 'assessed' | 'organized';

/** What is known of one file in the inbox: the fold of all events about its path. Plain JSON. */
export interface InboxEntry {
  readonly file_path: string;
  readonly story_id: string;
  readonly sequence: number;
  readonly state: InboxState;
  readonly step: InboxStep;
  readonly project: string;
  /** Bytes; null when it could not be found out. */
  readonly file_size: number | null;
  readonly content_hash: string | null;
  /** Why it was set aside, as a code and as a sentence. */
  readonly reason: string | null;
  readonly message: string | null;
  /** Where its organized copy lies; for a duplicate, the copy it is linked to. */
  readonly destination: string | null;
  readonly operation: 'copy' | 'move' | null;
  /** When it reached this state, UTC. */
  readonly since: string;
}

/** What is said of a file whose filing was undone; what is kept says it in English. */
export function undoneSentence(): string {
  return t('Its filing was undone. It lies here untouched; Try again files it anew.');
}

/** The inbox file that an event is about, or null when it is about none. */
export function inboxPathOf(event: RecordedEvent): string | null {
  switch (event.event_type) {
    case 'asset.detected':
    case 'asset.discovered':
    case 'asset.processed':
    case 'asset.duplicated':
    case 'asset.set_aside':
    case 'asset.withdrawn':
    case 'asset.retry_requested':
    case 'quality.assessed':
    case 'quality.not_rated':
    case 'asset.sidecar_discovered':
    case 'asset.unfiled':
      return event.data.file_path;
    case 'asset.organized':
    case 'asset.sidecar_filed':
      return event.data.source_path;
    default:
      return null;
  }
}

/** Folds one event into what is known of its file. `null` means: the file has left the inbox's view. */
export function foldInboxEntry(known: InboxEntry | null, event: RecordedEvent): InboxEntry | null {
  if (known !== null && (event.sequence <= known.sequence || isOvertaken(known, event))) return known;
  const at = { sequence: event.sequence, since: event.timestamp, story_id: event.correlation_id };
  switch (event.event_type) {
    case 'asset.detected':
      return {
        ...at,
        ...nothingYet,
        file_path: event.data.file_path,
        state: 'waiting',
        step: 'detected',
        project: event.data.project_name,
        file_size: event.data.file_size,
        content_hash: null,
      };
    case 'asset.discovered':
    case 'asset.sidecar_discovered':
      return {
        ...at,
        ...nothingYet,
        file_path: event.data.file_path,
        state: 'working',
        step: 'discovered',
        project: event.data.project_name,
        file_size: event.data.file_size,
        content_hash: event.event_type === 'asset.discovered' ? event.data.content_hash : event.data.sidecar_hash,
      };
    case 'asset.processed':
      return onTheWay(known, { ...at, step: 'processed' });
    case 'quality.assessed':
    case 'quality.not_rated':
      return onTheWay(known, { ...at, step: 'assessed' });
    case 'asset.organized':
    case 'asset.sidecar_filed':
      return (
        known && {
          ...known,
          ...at,
          ...keepsItsStory(known, event),
          state: 'filed',
          step: 'organized',
          reason: null,
          message: null,
          destination: event.data.destination_path,
          operation: event.data.operation,
        }
      );
    case 'asset.duplicated':
      return known && { ...known, ...at, state: 'duplicate', step: 'organized', destination: event.data.original_path };
    case 'asset.unfiled':
      return {
        ...(known ?? { ...nothingYet, project: '', file_size: null }),
        ...at,
        story_id: known?.story_id ?? event.correlation_id,
        file_path: event.data.file_path,
        state: 'set_aside',
        step: 'detected',
        content_hash: event.data.content_hash,
        reason: 'undone',
        message: inEnglish(undoneSentence),
        destination: null,
        operation: null,
      };
    case 'asset.set_aside':
      return {
        ...(known ?? { ...nothingYet, step: 'detected', project: '', destination: null }),
        ...at,
        ...keepsItsStory(known, event),
        ...(isOfSidecar(event) && { destination: null, operation: null }),
        file_path: event.data.file_path,
        state: 'set_aside',
        file_size: event.data.file_size ?? known?.file_size ?? null,
        content_hash: event.data.content_hash ?? known?.content_hash ?? null,
        reason: event.data.reason,
        message: event.data.message,
      };
    case 'asset.retry_requested':
      return known && { ...known, ...at, ...nothingYet, state: 'waiting', step: 'detected' };
    case 'asset.withdrawn':
      return null;
    default:
      return known;
  }
}

/** A step forward. A file that has come to its end is not taken back to the way by an event that is told again. */
function onTheWay(known: InboxEntry | null, step: Partial<InboxEntry>): InboxEntry | null {
  return known === null || known.state === 'filed' || known.state === 'duplicate' ? known : { ...known, ...step };
}

/** The file was replaced and its new content has a story of its own: what comes of the old one is no longer about it. */
function isOvertaken(known: InboxEntry, event: RecordedEvent): boolean {
  switch (event.event_type) {
    case 'asset.detected':
    case 'asset.discovered':
    case 'asset.sidecar_discovered':
      return false;
    case 'asset.unfiled':
      return known.content_hash !== event.data.content_hash;
    case 'asset.organized':
      // What was undone is filed again in the story of the undo.
      return event.correlation_id !== known.story_id && (known.reason !== 'undone' || known.content_hash !== event.data.content_hash);
    case 'asset.sidecar_filed':
      // What becomes of a sidecar may be told in the story of its picture.
      return known.content_hash !== event.data.sidecar_hash;
    case 'asset.set_aside':
      if (event.data.stage === 'sidecars') return known.content_hash !== event.data.content_hash;
      return event.correlation_id !== known.story_id;
    default:
      return event.correlation_id !== known.story_id;
  }
}

function isOfSidecar(event: RecordedEvent): boolean {
  return event.event_type === 'asset.sidecar_filed' || (event.event_type === 'asset.set_aside' && event.data.stage === 'sidecars');
}

/** A sidecar's own story goes on, whichever story tells its outcome. */
function keepsItsStory(known: InboxEntry | null, event: RecordedEvent): Pick<InboxEntry, 'story_id'> | null {
  return known !== null && isOfSidecar(event) ? { story_id: known.story_id } : null;
}

const nothingYet = { reason: null, message: null, destination: null, operation: null } as const;
