import type { CommandId } from '@shared/commands/all-commands';
import { bindingOf } from '@shared/commands/change-keys';
import { decidingCommands } from '@shared/commands/deciding-commands';
import type { OwnKeys } from '@shared/commands/own-keys';
import type { Given } from '../../store/rate';

/** What a key means in the layer for deciding. */
export type CullAction =
  | { readonly do: 'rate'; readonly stars: Given }
  | { readonly do: 'next' | 'back' | 'take-back' | 'zoom' | 'larger' | 'smaller' | 'facts' | 'film' | 'to-film' }
  | { readonly do: 'compare' | 'blind' | 'undecided' | 'advance' | 'leave' | 'keys' | 'keep' | 'swap' | 'ranking' | 'draw' | 'first' | 'last' }
  | { readonly do: 'pan'; readonly x: number; readonly y: number };

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;
type Plain = Exclude<CullAction['do'], 'rate' | 'pan'>;

const letters: Readonly<Record<string, Plain>> = {
  ' ': 'next', ArrowRight: 'next', ArrowLeft: 'back', u: 'take-back', z: 'zoom', '+': 'larger', '=': 'larger', '-': 'smaller', i: 'facts',
  t: 'film', Tab: 'to-film', c: 'compare', b: 'blind', f: 'undecided', a: 'advance', Escape: 'leave', '?': 'keys', Enter: 'keep', n: 'swap',
  r: 'ranking', ArrowDown: 'draw', Home: 'first', End: 'last',
};
const pans: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1],
};

export type DecidingId = keyof typeof decidingCommands;
export const decidingIds = Object.keys(decidingCommands) as DecidingId[];

const actions: Readonly<Record<DecidingId, CullAction>> = {
  'deciding.rate-1': { do: 'rate', stars: 1 }, 'deciding.rate-2': { do: 'rate', stars: 2 }, 'deciding.rate-3': { do: 'rate', stars: 3 },
  'deciding.rate-4': { do: 'rate', stars: 4 }, 'deciding.rate-5': { do: 'rate', stars: 5 }, 'deciding.clear-rating': { do: 'rate', stars: 0 },
  'deciding.next': { do: 'next' }, 'deciding.back': { do: 'back' }, 'deciding.take-back': { do: 'take-back' }, 'deciding.zoom': { do: 'zoom' },
  'deciding.closer': { do: 'larger' }, 'deciding.further': { do: 'smaller' }, 'deciding.facts': { do: 'facts' }, 'deciding.film': { do: 'film' },
  'deciding.undecided': { do: 'undecided' }, 'deciding.advance': { do: 'advance' }, 'deciding.compare': { do: 'compare' },
  'deciding.blind': { do: 'blind' }, 'deciding.keep': { do: 'keep' }, 'deciding.swap': { do: 'swap' }, 'deciding.ranking': { do: 'ranking' },
  'deciding.leave': { do: 'leave' },
};

/** What a command of the layer does in it. */
export const actionOf = (id: DecidingId): CullAction => actions[id];

const nameOf = (action: CullAction): string => (action.do === 'rate' ? `rate ${action.stars}` : action.do);
const commandsByName: ReadonlyMap<string, CommandId> = new Map(decidingIds.map((id) => [nameOf(actions[id]), id]));

/** The meaning of a key; null when it has none here and goes its usual way. @param own the keys that a person chose, by command */
export function cullActionOf(press: Key, own: OwnKeys = {}, platform = 'linux'): CullAction | null {
  const chosen = chosenAction(press, own, platform);
  if (chosen !== null) return chosen;
  const usual = usualActionOf(press);
  const id = usual === null ? undefined : commandsByName.get(nameOf(usual));
  // Moving along, pushing and leaving keep their keys; a command that was given others has lost its own.
  const stays = press.key.startsWith('Arrow') || press.key === 'Escape';
  return id !== undefined && own[id] !== undefined && !stays ? null : usual;
}

function chosenAction(press: Key, own: OwnKeys, platform: string): CullAction | null {
  const given = decidingIds.filter((id) => own[id] !== undefined);
  if (given.length === 0) return null;
  const binding = bindingOf(press, platform)?.toLowerCase();
  const id = given.find((one) => own[one]?.some((keys) => keys.toLowerCase() === binding));
  return id === undefined ? null : actions[id];
}

function usualActionOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Key): CullAction | null {
  const one = key.length === 1 ? key.toLowerCase() : key;
  if (ctrlKey || metaKey) return one === 'z' && !shiftKey && !altKey ? { do: 'take-back' } : null;
  if (altKey || (key === 'Tab' && shiftKey)) return null;
  const pan = shiftKey ? pans[key] : undefined;
  if (pan !== undefined) return { do: 'pan', x: pan[0], y: pan[1] };
  const stars = starsOf(one, code);
  if (stars !== null) return { do: 'rate', stars };
  const plain = Object.hasOwn(letters, one) ? letters[one] : undefined;
  return plain === undefined ? null : { do: plain };
}

/** Digits stand where digits stand, also on keyboards that write them with the shift key. X is the worst of them. */
function starsOf(key: string, code: string): Given | null {
  if (key === 'x') return 1;
  const digit = /^[0-5]$/.exec(key)?.[0] ?? (/^[a-z0-9+=?-]$/.test(key) ? undefined : /^Digit([0-5])$/.exec(code)?.[1]);
  return digit === undefined ? null : (Number(digit) as Given);
}
