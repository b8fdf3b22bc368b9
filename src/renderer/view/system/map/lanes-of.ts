import { matchesPattern } from '@shared/events/pattern';
import type { ServiceOnMap } from '@shared/ipc/system-overview';

/**
 * The event types of the map in the order of their lanes: each below the last service that says it, then those that
 * are only heard, then those that were seen and that no service names.
 */
export function lanesOf(services: readonly ServiceOnMap[], seen: readonly string[]): readonly string[] {
  const lastSaid = new Map<string, number>();
  services.forEach(({ says }, place) => says.forEach((type) => lastSaid.set(type, place)));
  const said = services.flatMap(({ says }, place) => says.filter((type) => lastSaid.get(type) === place));
  const known = new Set([...said, ...seen]);
  // A pattern has a lane of its own only while nothing that it stands for is there.
  const heard = services.flatMap(({ hears }) => hears).filter((pattern) => ![...known].some((type) => matchesPattern(pattern, type)));
  return [...new Set([...said, ...heard, ...seen])];
}

/** Which of the lanes a service hears. */
export function heardBy({ hears }: ServiceOnMap, types: readonly string[]): readonly string[] {
  return types.filter((type) => hears.some((pattern) => pattern === type || matchesPattern(pattern, type)));
}
