/** An asset as the library has it: where its organized file should lie. */
export interface FiledAsset {
  readonly content_hash: string;
  readonly story_id: string;
  readonly path: string;
  readonly file_size: number;
  readonly sidecars: readonly string[];
  readonly missing: 'gone' | 'replaced' | null;
  /** When Alice put it there after reading it back, UTC. */
  readonly filed_at: string;
}

/** A file as it was when its bytes were last read. */
export interface KnownFile {
  readonly identity: string;
  /** Device and inode: the same file under any name. */
  readonly node: string;
  readonly content_hash: string;
}

export interface FileSight {
  readonly kind: 'file';
  readonly size: number;
  /** Device, inode, size and both nanosecond times; a device that is the organized folder's own does not count by its number. */
  readonly identity: string;
  readonly node: string;
  readonly links: number;
  /** When anything about it last changed, in milliseconds since 1970. */
  readonly changed_at: number;
  /** Changed so recently that one more change could leave the same times. */
  readonly fresh: boolean;
}

/** What a look at a path found. Nothing was opened. `unknown`: it could not be looked at, so nothing may be concluded. */
export type Sight = FileSight | { readonly kind: 'nothing' } | { readonly kind: 'unknown'; readonly message: string };

export type Reading =
  | { readonly kind: 'read'; readonly content_hash: string; readonly media_type: 'image' | 'video' | null; readonly sight: FileSight }
  /** It changed while it was read. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown'; readonly message: string };

/** A file that a walk through the organized folder came upon, or a part of it that could not be read. */
export type Passed =
  | { readonly kind: 'file' | 'leftover'; readonly path: string }
  | { readonly kind: 'unknown'; readonly path: string; readonly message: string };

/** What the keeper wants of the file system. Everything here only looks. */
export interface OrganizedFiles {
  /** What tells the organized folder from another one in its place; null when there is none. */
  root(): Promise<string | null>;
  look(path: string): Promise<Sight>;
  read(path: string): Promise<Reading>;
  /** Whether two paths lead to one file: through a linked folder, or where spelling in another case makes no other name. */
  isSame(path: string, other: string): Promise<boolean>;
  /** Whether anything, also a folder, lies there. */
  isThere(path: string): Promise<boolean>;
  /** Every file below the organized folder, but hidden ones. */
  walk(): AsyncIterable<Passed>;
  /** Whether a file that lay there was on a drive which is not plugged in now. */
  driveIsAway(path: string, node: string): Promise<boolean>;
}

/** File operations that are under way: what they touch is nobody else's business. */
export interface Underway {
  readonly hashes: ReadonlySet<string>;
  readonly paths: ReadonlySet<string>;
}

/** What the keeper remembers. All but `root` and what is known of files is the library itself. */
export interface OrganizedMemory {
  /** Filed assets in the order of their places, behind one. */
  page(after: FiledAsset | null, limit: number): readonly FiledAsset[];
  asset(contentHash: string): FiledAsset | null;
  /** Assets whose file lies at a path, or below it when it is a folder. */
  below(path: string): readonly FiledAsset[];
  missing(): readonly FiledAsset[];
  /** Whether any asset is recorded to lie exactly here. */
  isPlace(path: string): boolean;
  sidecars(): Iterable<string>;
  known(path: string): KnownFile | null;
  /** Places at which a file with this device and inode was seen. */
  placesOf(node: string): readonly string[];
  remember(path: string, file: KnownFile): void;
  forget(path: string): void;
  root: string | null;
  underway(): Underway;
}

/** What the keeper wants of a watcher. What it says is a hint; the scan is the truth. */
export type WatchOrganized = (
  folder: string,
  hints: { readonly changed: (path: string) => void; readonly failed: (error: unknown) => void },
) => Promise<() => void>;
