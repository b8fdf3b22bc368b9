/** What a check of inbox, organized tree and log found wrong, and what can be done about it. Plain JSON. */
export type FindingKind =
  /** The log says a file lies here; it does not, and its bytes were found nowhere else. */
  | 'missing'
  /** Other bytes lie where a file was filed. */
  | 'replaced'
  /** The same bytes lie at another place in the organized folder. */
  | 'moved'
  /** A file in the organized folder that no event tells of. */
  | 'foreign'
  /** A temporary copy or reservation that an interrupted operation left. */
  | 'leftover'
  /** A file in the inbox that has no outcome and is not being worked on. */
  | 'forgotten'
  /** A file operation that was begun and is not over. */
  | 'open_operation'
  /** A second copy of bytes that are filed already, within the organized folder. */
  | 'twin'
  /** A row of the log that does not verify. */
  | 'damaged_event'
  /** A file or folder that could not be looked at: nothing is known of it, and nothing is said of it. */
  | 'unreadable';

/** What can be done: by Alice on request, never by itself. */
export type Mend = 'adopt' | 'record' | 'refile' | 'trash' | 'take_in' | 'finish' | 'restore';

export interface Finding {
  /** Stable for the same finding, so that a mend can name it. */
  readonly id: string;
  readonly kind: FindingKind;
  readonly path: string;
  readonly content_hash: string | null;
  /** One sentence: what is so, and what is safe. */
  readonly message: string;
  /** The offers, the recommended one first; empty when only a person can decide elsewhere. */
  readonly mends: readonly Mend[];
}

export interface CareReport {
  readonly checked_at: string;
  readonly duration_ms: number;
  /** Whether every byte was read (deep) or sizes and times were trusted where nothing had changed. */
  readonly deep: boolean;
  readonly inbox_files: number;
  readonly organized_files: number;
  readonly assets: number;
  readonly events: number;
  /** How many files are in each outcome; with `inbox_files` it proves that none is left without one. */
  readonly outcomes: Readonly<Record<'waiting' | 'working' | 'filed' | 'duplicate' | 'set_aside', number>>;
  readonly findings: readonly Finding[];
}

/** How far a check has come; `total` is null while it is not known. */
export interface CareProgress {
  readonly part: 'log' | 'organized' | 'inbox';
  readonly done: number;
  readonly total: number | null;
}

/** What came of mending. What could not be mended says why, in a sentence. */
export interface MendReport {
  readonly mended: readonly string[];
  readonly failed: readonly { readonly id: string; readonly message: string }[];
}
