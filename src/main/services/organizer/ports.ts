import type { EventData, RecordedEvent } from '@shared/events/catalog';

/** A file operation that was begun and whose event is not recorded yet. */
export interface FileIntent {
  readonly operation_id: string;
  /** The event that led to it; one event leads to one operation. */
  readonly cause_id: string;
  readonly content_hash: string;
  readonly source_path: string;
  readonly destination_path: string;
  readonly operation: 'copy' | 'move';
}

/** Remembers operations across a crash. */
export interface IntentJournal {
  find(causeId: string): FileIntent | null;
  /** Records what is about to be done; resolves once that is on the disk. A later plan for the same cause replaces the earlier one. */
  plan(intent: FileIntent): Promise<void>;
  forget(causeId: string): void;
  /** Whether another operation has laid claim to this path. */
  claimed(destinationPath: string): boolean;
}

export interface FileTrouble {
  readonly kind: 'trouble';
  readonly reason: EventData<'asset.set_aside'>['reason'];
  readonly message: string;
}

/** What the organizer wants from the file system. */
export interface FilingTools {
  /** Whether the folder that everything is filed below is there. It is never made here: its drive may not be plugged in. */
  isThere(organized: string): Promise<boolean>;
  /** The highest sequence number used in a folder by `<stem>-<NNN>.<any extension>`; 0 when there is none. */
  highestNumber(folder: string, stem: string): Promise<number>;
  /**
   * Copies to a temporary name beside the destination while hashing, makes it durable, reads it back, and publishes
   * it under its name only if that name is free. The source is read, never changed.
   */
  copyVerified(intent: FileIntent): Promise<{ kind: 'published' } | { kind: 'taken' } | FileTrouble>;
  /** Whether a file with exactly these bytes lies there. */
  holds(path: string, contentHash: string): Promise<boolean>;
  /** Removes the original after a move: only if it still holds the bytes that were published. */
  removeOriginal(intent: FileIntent): Promise<{ kind: 'removed' } | { kind: 'kept'; why: string }>;
  /** Clears what an interrupted copy left behind. */
  clearRemains(intent: FileIntent): Promise<void>;
}

/** The events of one file's story so far, oldest first. */
export type StoryOf = (correlationId: string) => readonly RecordedEvent[];

/** Where bytes are filed already; null when they are not. */
export type FiledAt = (contentHash: string) => string | null;
