import type { OwnRule } from '@shared/library/own-rule';

/** What is told to the reader of a file beside its path. */
export interface ReadAs {
  /** The name that its maker gave it, when it lies under another: a name can betray a tool. */
  readonly name?: string;
  /** The files beside it, by the names that its maker gave them; nothing else is looked for. Without it the folder is looked into. */
  readonly beside?: Readonly<Record<string, string>>;
  /** A person's own rules. */
  readonly ownRules?: readonly OwnRule[];
}
