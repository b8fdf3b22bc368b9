import { promisify } from 'node:util';
import { inflate, inflateSync } from 'node:zlib';
import type { Findings } from './findings';
import { warn } from './findings';

const inflateAsync = promisify(inflate) as (data: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>;

/** Up to this many bytes are inflated at once, which costs less than handing them to another thread. */
const SMALL = 16 * 1024;

/** Inflates what zlib packed, within what the file may still inflate; null with a warning when it is broken or a bomb. */
export const inflateWithin = async (bytes: Uint8Array, findings: Findings, name: string): Promise<Uint8Array | null> => {
  const maxOutputLength = findings.inflateBudget;
  if (maxOutputLength === 0) return null;
  try {
    const plain = bytes.length <= SMALL ? inflateSync(bytes, { maxOutputLength }) : await inflateAsync(bytes, { maxOutputLength });
    findings.inflateBudget -= plain.length;
    return plain;
  } catch {
    // What a bomb has cost is not known, so the rest of the budget goes with it.
    findings.inflateBudget = 0;
    warn(findings, `unreadable metadata: ${name} is broken or too large.`);
    return null;
  }
};
