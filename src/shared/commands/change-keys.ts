import { type CommandId, commandIds, commandOf } from './all-commands';
import type { OwnKeys } from './own-keys';

export const keysIn = (own: OwnKeys, id: CommandId): readonly string[] => own[id] ?? commandOf(id).keys;

/** The command that has a binding where it would be heard as well: in the same place, or everywhere. */
export function usedBy(own: OwnKeys, id: CommandId, binding: string): CommandId | null {
  const { section } = commandOf(id);
  const meets = (other: CommandId) => {
    const theirs = commandOf(other).section;
    // While pictures are decided about, nothing else is heard, and elsewhere nothing of that.
    if (section === 'deciding' || theirs === 'deciding') return section === theirs;
    return section === 'everywhere' || theirs === 'everywhere' || section === theirs;
  };
  return commandIds.find((other) => other !== id && meets(other) && keysIn(own, other).some((keys) => clash(keys, binding))) ?? null;
}

/** The same, or one begins with the other, so that the longer could never be finished. */
function clash(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}

/** A command gets a binding instead of what it had; whoever had it lets go of it. */
export function withBinding(own: OwnKeys, id: CommandId, binding: string): OwnKeys {
  const from = usedBy(own, id, binding);
  const given = { ...own, [id]: [binding] };
  return from === null ? given : withBinding({ ...own, [from]: keysIn(own, from).filter((keys) => !clash(keys, binding)) }, id, binding);
}

/** A command has again what it came with. */
export function withoutOwn(own: OwnKeys, id: CommandId): OwnKeys {
  return Object.fromEntries(Object.entries(own).filter(([name]) => name !== id));
}

/** Whether a second press may follow: after keys that nobody holds another with. */
export const canGoOn = (binding: string): boolean => /^(Shift\+)?\S$/.test(binding);

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const modifiers: ReadonlySet<string> = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead']);

/** The binding of a press; null for a modifier alone and for keys that lists and fields need. */
export function bindingOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed, platform: string): string | null {
  if (modifiers.has(key)) return null;
  const [mod, other] = platform === 'darwin' ? [metaKey, ctrlKey && 'Control'] : [ctrlKey, metaKey && 'Meta'];
  const held = [mod && '$mod', other, altKey && 'Alt', shiftKey && 'Shift'].filter((one) => typeof one === 'string');
  const plain = held.every((one) => one === 'Shift');
  if (key === ' ' || key === '+' || (plain && key.length > 1 && !/^F\d+$/.test(key))) return null;
  return [...held, key.length === 1 ? key.toLowerCase() : key].join('+');
}
