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
  | { readonly kind: 'folder' }
  | Trouble
  | {
      readonly kind: 'file';
      readonly size: number;
      /** Device, inode, size and both nanosecond times: any change of the file changes it. */
      readonly identity: string;
      /** How long nothing about the file has changed, in milliseconds; null when its times come from another clock. */
      readonly unchangedMs: number | null;
    };

/** A file whose bytes have a name. */
export interface Identified {
  readonly kind: 'identified';
  readonly content_hash: string;
  readonly size: number;
  readonly media_type: 'image' | 'video';
  readonly identity: string;
}

/** A file whose bytes have a name and are no picture or video. */
export interface NotMedia {
  readonly kind: 'not_media';
  readonly content_hash: string;
  readonly size: number;
  readonly identity: string;
}

/** What reading a file once, from the first byte to the last, came to. */
export type Identification = Identified | NotMedia | Trouble | { readonly kind: 'changed' } | { readonly kind: 'gone' };

/** A path that a scan came upon, or one whose name cannot be handled. */
export type Sighting =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'trouble'; readonly path: string; readonly trouble: Trouble };

/** The inbox itself: which folder it is, or why it cannot be looked into. */
export type RootLook =
  | Trouble
  | {
      readonly kind: 'folder';
      readonly identity: string;
      /** Whether it lies where nobody tells of changes: on a network drive. */
      readonly polled: boolean;
    };

/** Told of each folder of a scan before it is read. */
export type Entering = (folder: string, polled: boolean) => void;

/** What intake wants from the file system. */
export interface InboxFiles {
  rootLook(): Promise<RootLook>;
  /** Everything below a folder that is not a folder itself; sync tools' temporary names are left alone. */
  scan(folder: string, entering?: Entering): AsyncIterable<Sighting>;
  look(path: string): Promise<Look>;
  /** Those of some paths of one folder where anything lies. */
  whichLieThere(paths: readonly string[]): Promise<readonly string[]>;
  /** Whether its folder holds a file of exactly this name. Where case does not count, a look finds others, too. */
  isListed(path: string): Promise<boolean>;
  /** Whether the format's own end mark is there, so that a short wait is enough. */
  looksComplete(path: string): Promise<boolean>;
  /** Whether a file's first bytes are a picture's or video's; null when they cannot be read. */
  startsAsMedia(path: string): Promise<boolean | null>;
  /** Whether a program has it open for writing, as far as the system tells. */
  isBeingWritten(path: string): Promise<boolean>;
  identify(path: string, signal?: AbortSignal): Promise<Identification>;
}

/** A watcher that is at work. What it says is a hint; the scan is the truth. */
export interface FolderWatch {
  /** Watches a folder, too, if it is not watched yet: whoever comes upon one says so before reading it. */
  cover(folder: string): void;
  stop(): Promise<void>;
}

/** What intake wants from a folder watcher. */
export interface WatchFolder {
  (
    folder: string,
    hints: {
      /** Something about a path has changed: it came, went, grew. */
      readonly touched: (path: string) => void;
      readonly failed: (error: unknown) => void;
    },
  ): Promise<FolderWatch>;
}

/** What intake remembers of files, across restarts. */
export interface InboxMemory {
  entry(path: string): InboxEntry | null;
  /** Those of some paths that are known. */
  readonly entries: (paths: readonly string[]) => readonly InboxEntry[];
  /** Paths below a folder that should still lie in the inbox and have no final outcome there, a page at a time. */
  unfinished(folder: string): Iterable<readonly string[]>;
  /** Whether the file's last story found it to be a sidecar. */
  isSidecar(entry: InboxEntry): boolean;
  /** Whether Alice is putting a file back here at this moment, as an undo does: what comes of it is said by whoever does that. */
  beingPut(path: string): boolean;
  wasRead(path: string, identity: string): boolean;
  remember(path: string, identity: string, contentHash: string | null): void;
  /** Those of some paths that were left alone since they are no pictures, each as it was then. */
  leftAlone(paths: readonly string[]): readonly { readonly file_path: string; readonly identity: string }[];
  leaveAlone(path: string, identity: string): void;
}
