import { type CommandId, commandIds, commandOf } from '@shared/commands/all-commands';
import type { OwnKeys } from '@shared/commands/own-keys';
import { create } from 'zustand';

/** The keys that a person chose, by command; the others have those they came with. */
export const useKeys = create<{ readonly own: OwnKeys }>(() => ({ own: {} }));

export function keysOf(id: CommandId, own = useKeys.getState().own): readonly string[] {
  return own[id] ?? commandOf(id).keys;
}

/** Which commands have a binding, by binding. */
export function commandsByKeys(own = useKeys.getState().own): ReadonlyMap<string, readonly CommandId[]> {
  const found = new Map<string, CommandId[]>();
  for (const id of commandIds) {
    for (const keys of keysOf(id, own)) found.set(keys, [...(found.get(keys) ?? []), id]);
  }
  return found;
}
