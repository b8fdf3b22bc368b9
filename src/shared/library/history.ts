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
}

/** What would come of an undo, before anything is touched. */
export interface UndoPreview {
  readonly operations: number;
  /** Operations that cannot be taken back, each with a sentence. */
  readonly refused: readonly { readonly content_hash: string; readonly file_name: string; readonly message: string }[];
}
