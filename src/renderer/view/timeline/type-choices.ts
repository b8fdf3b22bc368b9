import { catalog, type EventFamily, familyOf } from '@shared/events/catalog';
import { matchesPattern } from '@shared/events/pattern';

/** A type, or all types of one beginning, that the timeline can be narrowed to. */
export interface TypeChoice {
  readonly pattern: string;
  readonly family: EventFamily;
  /** How many types a prefix stands for; 1 for a type itself. */
  readonly types: number;
}

const types = catalog.map(({ type }): string => type);
const prefixes = [...new Set(types.map((type) => `${type.slice(0, type.indexOf('.'))}.*`))]
  .map((pattern) => ({ pattern, types: types.filter((type) => matchesPattern(pattern, type)) }))
  .filter((prefix) => prefix.types.length > 1);

/** Everything that the catalog offers: each prefix before the types that it stands for. */
export const catalogChoices: readonly TypeChoice[] = types.flatMap((type) => {
  const own = prefixes.find((prefix) => prefix.types[0] === type);
  const choice = { pattern: type, family: familyOf(type), types: 1 };
  return own === undefined ? [choice] : [{ pattern: own.pattern, family: familyOf(type), types: own.types.length }, choice];
});

const wellFormed = /^[a-z0-9_]+(\.[a-z0-9_]+)*(\.\*)?$/;
const longest = 100;

/** What can be chosen: the catalog, what is chosen already, and what is being typed when it could be a type of another version. */
export function choicesFor(typed: string, chosen: readonly string[]): readonly TypeChoice[] {
  const known = new Set(catalogChoices.map(({ pattern }) => pattern));
  const wanted = typed.trim().toLowerCase();
  const odd = wellFormed.test(wanted) && wanted.includes('.') && wanted.length <= longest ? [wanted] : [];
  const others = [...new Set([...chosen, ...odd])].filter((pattern) => !known.has(pattern));
  return [...others.map((pattern) => ({ pattern, family: familyOf(pattern), types: pattern.endsWith('*') ? 0 : 1 })), ...catalogChoices];
}
