import type { EventData } from '@shared/events/catalog';
import type { InboxEntry } from '@shared/library/inbox-entry';

export type SetAsideReason = EventData<'asset.set_aside'>['reason'];

/** Why something in the inbox cannot be taken further. */
export interface Trouble {
  readonly kind: 'trouble';
  readonly reason: SetAsideReason;
  /** A sentence for the person: what happened, what is safe, what to do. */
  readonly message: string;
  readonly size: number | null;
}

/** What one look at a path found. Nothing was opened. */
export type Look =
  | { readonly kind: 'gone' }
  | Trouble
  | {
      readonly kind: 'file';
      readonly size: number;
      /** Device, inode, size and both nanosecond times: any change of the file changes it. */
      readonly identity: string;
      /** How long nothing about the file has changed, in milliseconds. */
      readonly unchangedMs: number;
    };

/** A file whose bytes have a name. */
export interface Identified {
  readonly kind: 'identified';
  readonly content_hash: string;
  readonly size: number;
  readonly media_type: 'image' | 'video';
  readonly identity: string;
}

/** What reading a file once, from the first byte to the last, came to. */
export type Identification = Identified | Trouble | { readonly kind: 'changed' } | { readonly kind: 'gone' };

/** A path that a scan came upon, or one whose name cannot be handled. */
export type Sighting =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'trouble'; readonly path: string; readonly trouble: Trouble };

/** What intake wants from the file system. */
export interface InboxFiles {
  /** Everything below a folder that is not a folder itself; sync tools' temporary names are left alone. */
  scan(folder: string): AsyncIterable<Sighting>;
  look(path: string): Promise<Look>;
  /** Whether the format's own end mark is there, so that a short wait is enough. */
  looksComplete(path: string): Promise<boolean>;
  identify(path: string): Promise<Identification>;
}

/** What intake wants from a folder watcher. What it says is a hint; the scan is the truth. */
export interface WatchFolder {
  (
    folder: string,
    hints: {
      readonly changed: (path: string) => void;
      readonly gone: (path: string) => void;
      readonly newFolder: (path: string) => void;
      readonly failed: (error: unknown) => void;
    },
  ): Promise<() => Promise<void>>;
}

/** What intake remembers of files, across restarts. */
export interface InboxMemory {
  entry(path: string): InboxEntry | null;
  /** Entries of files that should still lie in the inbox but have no final outcome there. */
  unfinished(): readonly InboxEntry[];
  wasRead(path: string, identity: string): boolean;
  remember(path: string, identity: string, contentHash: string | null): void;
}
