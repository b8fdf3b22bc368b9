/** An exact event type, a prefix such as `asset.*`, or `*` for every event. */
export type EventPattern = string;

/** Whether an event type is meant by a pattern. */
export function matchesPattern(pattern: EventPattern, type: string): boolean {
  if (pattern === '*') return true;
  if (pattern.endsWith('.*')) return type.startsWith(pattern.slice(0, -1));
  return pattern === type;
}
