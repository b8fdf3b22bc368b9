import { type CommandId, commandIds, commandOf } from '@shared/commands/all-commands';
import type { OwnKeys } from '@shared/commands/own-keys';
import { create } from 'zustand';
import { ask } from './ask';
import { onNewEvents } from './new-events';

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

export async function loadKeys(): Promise<void> {
  const own = await ask('settings/keys', {});
  if (own !== null) useKeys.setState({ own });
}

/** Keeps the keys; they hold once they are kept. */
export async function keepKeys(keys: OwnKeys): Promise<void> {
  const own = await ask('settings/keep-keys', { keys });
  if (own !== null) useKeys.setState({ own });
}

/** Asks for the keys now, and again whenever they were changed, as by an import or an undo. */
export function followKeys(): () => void {
  void loadKeys();
  return onNewEvents((events) => {
    if (events.some((event) => event.event_type === 'settings.changed' && event.data.setting === 'keys')) void loadKeys();
  });
}
