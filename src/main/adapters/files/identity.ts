import type { BigIntStats } from 'node:fs';

/** Modification time and size can be forged or restored; the change time cannot, so all of them count. */
export function identityOf(stats: BigIntStats): string {
  return [stats.dev, stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(':');
}
