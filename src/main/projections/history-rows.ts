/** Rows of the history's tables, as they are written. */
export interface OperationRow {
  readonly sequence: number;
  readonly entry: number;
  readonly undoes: number | null;
}

export interface NewOperation extends OperationRow {
  readonly event_id: string;
  readonly subject: string | null;
  readonly head: number | null;
}

export interface NewEntry {
  readonly first: number;
  readonly kind: 'filed' | 'refiled' | 'rated' | 'bands' | 'stack' | 'board' | 'setting' | 'source' | 'undo';
  readonly at: string;
  readonly undo_id: string | null;
  readonly redo: number;
  readonly scope: string | null;
  readonly after_sequence: number | null;
  readonly undone_undo_id: string | null;
  readonly batch: string | null;
  readonly stars: number | null;
  readonly label: string;
}

export interface Growth {
  readonly first: number;
  readonly last: number;
  readonly at: string;
  readonly operations: number;
  readonly refused: number;
  readonly requested: number;
  readonly answered: number;
}
