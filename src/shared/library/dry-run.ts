/**
 * What would become of a file. `sidecar`: it goes along with its picture. `not_added`: it cannot come into the inbox at all.
 * Pictures of the library that are given to a project are `moved`, with what lies beside them, or `stay`.
 */
export type DryRunOutcome = 'filed' | 'moved' | 'sidecar' | 'duplicate' | 'set_aside' | 'stays' | 'not_added';

/** A file of a dry run, in the order of the tree. */
export interface DryRunFile {
  /** Its place among all files, which is also what it is asked for by. */
  readonly id: number;
  /** As it is called now. */
  readonly name: string;
  readonly outcome: DryRunOutcome;
  /** Bytes; null when they are not known. */
  readonly size: number | null;
  /** Its name in the organized folder; null when it would not be filed. */
  readonly new_name: string | null;
  /** Why it is set aside, stays or cannot be added, what it is a duplicate of, or from where it moves. */
  readonly sentence: string | null;
}

/** A folder of the tree that would result, or one of the groups of files that would not be filed. Parents stand before children. */
export interface DryRunFolder {
  /** The names from the organized folder on, or the group's title alone. */
  readonly path: readonly string[];
  readonly kind: 'organized' | 'duplicates' | 'set_aside' | 'stays' | 'not_added';
  /** Its files, those of the folders in it included, are these and all up to, not including, `end`. */
  readonly first: number;
  readonly end: number;
  readonly bytes: number;
}

export interface DryRunOutline {
  readonly folders: readonly DryRunFolder[];
  readonly files: number;
  readonly counts: Readonly<Record<DryRunOutcome, number>>;
}

/** How a dry run stands. */
export type DryRunState =
  | { readonly kind: 'running'; readonly done: number; /** Null while it is not known how many there are. */ readonly total: number | null }
  | { readonly kind: 'ready'; readonly outline: DryRunOutline }
  | { readonly kind: 'failed'; readonly sentence: string };

/** Where the files are: given by a person, or in the inbox while watching is paused. */
export type DryRunOf = 'given' | 'waiting';

/** A dry run that was begun; its state is asked for by its id. */
export interface DryRunBegun {
  readonly id: string;
  readonly of: DryRunOf;
  /** The project to which pictures of the library would move; null when none would. */
  readonly project: string | null;
}

/** More files are not looked at in one preview. */
export const mostDryRunFiles = 20_000;
