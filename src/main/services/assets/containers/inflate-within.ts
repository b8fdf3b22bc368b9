import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import type { Findings } from './findings';
import { warn } from './findings';

const inflateAsync = promisify(inflate) as (data: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>;

/**
 * Inflates what zlib packed, within what the file may still inflate; null with a warning when it is broken or a bomb.
 * Not `inflateSync`: where the bytes are broken, it keeps its memory until the garbage is collected twice.
 */
export const inflateWithin = async (bytes: Uint8Array, findings: Findings, name: string): Promise<Uint8Array | null> => {
  const maxOutputLength = findings.inflateBudget;
  if (maxOutputLength === 0) return null;
  try {
    const plain = await inflateAsync(bytes, { maxOutputLength });
    findings.inflateBudget -= plain.length;
    return plain;
  } catch {
    // What a bomb has cost is not known, so the rest of the budget goes with it.
    findings.inflateBudget = 0;
    warn(findings, `unreadable metadata: ${name} is broken or too large.`);
    return null;
  }
};
