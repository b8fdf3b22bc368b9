/** Something a person can take back: one operation, or several that belong together. Plain JSON. */
export interface HistoryEntry {
  readonly id: string;
  readonly scope: 'operation' | 'batch' | 'import' | 'undo';
  /** `34 files filed from lantern-harbor`. */
  readonly label: string;
  /** When its last operation was recorded, UTC. */
  readonly at: string;
  readonly first_sequence: number;
  readonly last_sequence: number;
  /** How many operations it holds, and how many of them are undone already. */
  readonly operations: number;
  readonly undone: number;
  /** Of an undo: what could not be taken back, and what is still to be done. */
  readonly refused: number;
  readonly waiting: number;
  /** Of an undo: its id, and whether it took back an undo itself. */
  readonly undo_id: string | null;
  readonly redo: boolean;
}

/** What would come of an undo, before anything is touched. */
export interface UndoPreview {
  /** What it is about, as it will stand in the history. */
  readonly label: string;
  readonly operations: number;
  /** How many steps lay a file elsewhere; the others say again what was so before. */
  readonly files: number;
  /** Operations that cannot be taken back, each with a sentence; at most {@link refusalsShown} of them. */
  readonly refused: readonly UndoRefusal[];
  readonly refused_count: number;
}

export interface UndoRefusal {
  readonly content_hash: string;
  readonly file_name: string;
  readonly message: string;
}

export const refusalsShown = 200;

/** What a person can point at to have it undone. */
export type UndoWish =
  | { readonly kind: 'entry'; readonly id: string }
  /** Everything that Alice did with one file. */
  | { readonly kind: 'asset'; readonly content_hash: string }
  | { readonly kind: 'operations'; readonly sequences: readonly number[] }
  /** Everything behind a place in the log. */
  | { readonly kind: 'moment'; readonly after_sequence: number };
