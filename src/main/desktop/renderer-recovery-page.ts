import { appOrigin } from './security';

/** What a person can do on the plain page; each is the address of a link there, which is never loaded. */
export const recoveryWays = {
  again: `${appOrigin}/recovery/again`,
  logs: `${appOrigin}/recovery/logs`,
  reports: `${appOrigin}/recovery/reports`,
  quit: `${appOrigin}/recovery/quit`,
} as const;

export type RecoveryWay = keyof typeof recoveryWays;

/** Reasons of which the plain page has a sentence; for others it says nothing that is not known. */
export const knownReasons = ['oom', 'hung', 'killed'] as const;

export function recoveryPageFor(reason: string): string {
  const known = knownReasons.find((one) => one === reason);
  return `${appOrigin}/recovery.html${known === undefined ? '' : `#${known}`}`;
}

/** Which link of the plain page was followed; null when it was another address, or another page. */
export function recoveryWayOf(address: string, page: string): RecoveryWay | null {
  if (!page.startsWith(recoveryPageFor(''))) return null;
  const ways = Object.entries(recoveryWays) as [RecoveryWay, string][];
  return ways.find(([, way]) => way === address)?.[0] ?? null;
}
