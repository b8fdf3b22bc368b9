import type { Said } from '../language/said';

/** A verified backup of the log. Plain JSON. */
export interface BackupRecord {
  readonly file: string;
  /** UTC, from its name. */
  readonly made_at: string;
  readonly bytes: number;
  /** The newest event in it; 0 when it holds none. */
  readonly last_sequence: number;
}

/** What came of a backup that was asked for. */
export interface BackupMade extends BackupRecord {
  readonly verified_events: number;
  readonly duration_ms: number;
  /** A sentence when the second copy, in the folder that a person chose, could not be made. */
  readonly second_copy_problem: Said | null;
}
