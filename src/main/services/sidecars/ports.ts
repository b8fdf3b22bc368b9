import type { EventData, RecordedEvent } from '@shared/events/catalog';
import type { AssetRecord } from '@shared/library/asset-record';
import type { InboxEntry } from '@shared/library/inbox-entry';

/** A file operation that is begun by writing it into the journal. */
export interface SidecarIntent {
  readonly operation_id: string;
  /** The event that led to it, with `/<n>` behind it where one event leads to several operations. */
  readonly cause_id: string;
  readonly kind: 'sidecar';
  readonly content_hash: string;
  readonly source_path: string;
  readonly destination_path: string;
  readonly operation: 'copy' | 'move';
  readonly state: 'planned';
}

interface Trouble {
  readonly kind: 'trouble';
  readonly reason: EventData<'asset.set_aside'>['reason'];
  readonly message: string;
}

/** What sidecars want from the file system: the same verified protocol as the pictures'. */
export interface SidecarFiling {
  /** Whether the folder that everything is filed below is there. */
  isThere(folder: string): Promise<boolean>;
  /**
   * Journals an operation, copies verified to a name that is free, and removes the original of a move. Done as well when
   * exactly these bytes lie at the destination already.
   */
  begin(intent: SidecarIntent): Promise<{ readonly kind: 'done'; readonly operation: 'copy' | 'move' } | { readonly kind: 'taken' } | Trouble>;
}

/** What sidecars ask the journal. */
export interface SidecarJournal {
  /** Operations that were begun and are not over. */
  open(): readonly (Pick<SidecarIntent, 'operation_id' | 'cause_id' | 'content_hash' | 'source_path' | 'destination_path'> & { readonly kind: string })[];
  claimed(destinationPath: string): boolean;
  forget(causeId: string): void;
}

/** What sidecars ask the library. */
export interface SidecarMemory {
  /** Those of some inbox paths that are known. */
  entries: (paths: readonly string[]) => readonly InboxEntry[];
  asset(contentHash: string): Pick<AssetRecord, 'path' | 'missing'> | null;
  /** The events of one file's story so far, oldest first. */
  storyOf(storyId: string): readonly RecordedEvent[];
}
