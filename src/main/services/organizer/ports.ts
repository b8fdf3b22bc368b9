import type { EventData, RecordedEvent } from '@shared/events/catalog';
import type { AssetRecord } from '@shared/library/asset-record';

/** What an operation is for: filing by copy or move, filing elsewhere, taking back, into the trash, out of it, beside a picture. */
export type OperationKind = 'copy' | 'move' | 'refile' | 'unfile' | 'trash' | 'restore' | 'sidecar';

/**
 * How far an operation has come. `reserved`: an empty file of ours may hold the destination's name. `published`: the bytes lie
 * durably at the destination, and the source may go.
 */
export type IntentState = 'planned' | 'reserved' | 'published';

/** A file operation that was begun and whose event is not recorded yet. */
export interface FileIntent {
  readonly operation_id: string;
  /** The event that led to it, with `/<n>` behind it where one event leads to several operations. */
  readonly cause_id: string;
  readonly kind: OperationKind;
  readonly content_hash: string;
  readonly source_path: string;
  readonly destination_path: string;
  /** Whether the source goes once its bytes lie durably at the destination. */
  readonly operation: 'copy' | 'move';
  readonly state: IntentState;
}

/** Remembers operations across a crash. */
export interface IntentJournal {
  find(causeId: string): FileIntent | null;
  /** The operations that one event led to, in order. */
  ofEvent(eventId: string): readonly FileIntent[];
  /** Operations that were begun and are not over, the oldest first. */
  open(): readonly FileIntent[];
  /**
   * Records what is about to be done, all or nothing; resolves once that is on the disk. A later plan for the same cause
   * replaces the earlier one.
   */
  plan(...intents: readonly FileIntent[]): Promise<void>;
  /** Records how far an operation has come; resolves once that is on the disk. */
  mark(causeId: string, state: IntentState): Promise<void>;
  /** The operation is over without an event. */
  forget(causeId: string): void;
  /** Whether an operation that is not over has laid claim to this path, in any case or normal form. */
  claimed(destinationPath: string): boolean;
}

export interface FileTrouble {
  readonly kind: 'trouble';
  readonly reason: EventData<'asset.set_aside'>['reason'];
  readonly message: string;
}

/** The bytes lie durably at the destination. `proof` is the identity of the source while it held them; null when that is not known. */
export interface Published {
  readonly kind: 'published';
  readonly proof: string | null;
}

/** Someone else has the destination's name; their file stays. */
export interface Taken {
  readonly kind: 'taken';
}

export type Removal = { readonly kind: 'removed' } | { readonly kind: 'kept'; readonly why: string };

/**
 * What became of an operation that a crash interrupted. `nothing_done`: remains are cleared, the source is whole.
 * `published`: the bytes lie at the destination. `unclear`: nothing was touched, and why.
 */
export type Recovered =
  | { readonly kind: 'nothing_done' }
  | { readonly kind: 'published' }
  | { readonly kind: 'unclear'; readonly message: string };

/** What the organizer wants from the file system. */
export interface FilingTools {
  /** Whether the folder that everything is filed below is there. It is never made here: its drive may not be plugged in. */
  isThere(folder: string): Promise<boolean>;
  /** The highest sequence number used in a folder by `<stem>-<NNN>.<any extension>`; 0 when there is none. */
  highestNumber(folder: string, stem: string): Promise<number>;
  /**
   * Copies to a temporary name beside the destination, makes it durable, reads it back, and publishes it under its name
   * only if that name is free. The source is read, never changed.
   */
  copyVerified(intent: FileIntent, mark?: (state: IntentState) => Promise<void>): Promise<Published | Taken | FileTrouble>;
  /**
   * The same for a file that is to change its place: on one device it gets its second name without a byte being copied.
   * The source keeps its name until it is removed.
   */
  relocate(intent: FileIntent, mark?: (state: IntentState) => Promise<void>): Promise<Published | Taken | FileTrouble>;
  /** Whether a file with exactly these bytes lies there. */
  holds(path: string, contentHash: string): Promise<boolean>;
  /** The SHA-256 of the regular file that lies there; null when there is none. */
  contentOf(path: string): Promise<string | null>;
  /** Whether anything at all has this name. */
  isTaken(path: string): Promise<boolean>;
  /** Removes the original after a move: only if it still holds the bytes that lie at the destination. */
  removeOriginal(intent: FileIntent, proof?: string | null): Promise<Removal>;
  /** Clears what an interrupted or failed operation left behind: its part and its reservation, never the source. */
  clearRemains(intent: FileIntent): Promise<void>;
  /** Looks at what a crash left of an operation, and clears or keeps it. */
  recover(intent: FileIntent): Promise<Recovered>;
}

/** The events of one file's story so far, oldest first. */
export type StoryOf = (correlationId: string) => readonly RecordedEvent[];

/** Where bytes are filed already; null when they are not. */
export type FiledAt = (contentHash: string) => string | null;

/** What the organizer asks the log and the library when something is to be taken back. */
export interface Memory {
  /** The event at a place in the log. */
  eventAt(sequence: number): RecordedEvent | null;
  /** All events about some content, oldest first. */
  historyOf(contentHash: string): readonly RecordedEvent[];
  assetOf(contentHash: string): Pick<AssetRecord, 'path' | 'sidecars' | 'missing'> | null;
}
