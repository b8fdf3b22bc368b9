import type { FieldChange } from '@shared/library/board-diff';

export interface ChangesOfField {
  readonly field: string;
  readonly changes: readonly FieldChange[];
}

/** Changes with what they are about said once: a list tells each thing that came or went by itself. */
export function changesByField(changes: readonly FieldChange[]): readonly ChangesOfField[] {
  const fields = new Map<string, FieldChange[]>();
  for (const change of changes) fields.set(change.field, [...(fields.get(change.field) ?? []), change]);
  return [...fields].map(([field, ofField]) => ({ field, changes: ofField }));
}
