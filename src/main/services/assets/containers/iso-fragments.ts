import { u24, u32, u64, u8 } from './bytes';
import type { ByteSource } from './byte-source';
import type { Findings } from './findings';
import type { PlacedBox, WalkBudget } from './iso-walk';
import { placedBoxes } from './iso-walk';

/** How far fragments reach, by track: in units of the track's clock, and in samples. */
export interface Fragments {
  readonly ends: Map<number, number>;
  readonly samples: Map<number, number>;
}

export const createFragments = (): Fragments => ({ ends: new Map(), samples: new Map() });

const MOST_RUN_BYTES = 256 * 1024;

/** Adds what one fragment says. Source: ISO/IEC 14496-12 sections 8.8.7 (tfhd), 8.8.8 (trun) and 8.8.12 (tfdt). */
export const noteFragment = async (
  source: ByteSource,
  moof: PlacedBox,
  findings: Findings,
  budget: WalkBudget,
  fragments: Fragments,
): Promise<void> => {
  for await (const traf of placedBoxes(source, moof, findings, budget)) {
    if (traf.type !== 'traf') continue;
    let track = 0;
    let each = 0;
    let end = 0;
    let samples = 0;
    for await (const { type, offset, length } of placedBoxes(source, traf, findings, budget)) {
      const body = type === 'trun' || type === 'tfhd' || type === 'tfdt' ? await source.read(offset, Math.min(length, MOST_RUN_BYTES)) : null;
      if (body === null) continue;
      if (type === 'tfhd') {
        track = u32(body, 4);
        each = defaultDuration(body);
        end = fragments.ends.get(track) ?? 0;
      } else if (type === 'tfdt') end = u8(body, 0) === 1 ? u64(body, 4) : u32(body, 4);
      else {
        samples += u32(body, 4);
        end += durationOfRun(body, each);
      }
    }
    fragments.ends.set(track, Math.max(end, fragments.ends.get(track) ?? 0));
    fragments.samples.set(track, samples + (fragments.samples.get(track) ?? 0));
  }
};

const defaultDuration = (tfhd: Uint8Array): number => {
  const flags = u24(tfhd, 1);
  if ((flags & 8) === 0) return 0;
  return u32(tfhd, 8 + ((flags & 1) === 0 ? 0 : 8) + ((flags & 2) === 0 ? 0 : 4));
};

const durationOfRun = (trun: Uint8Array, each: number): number => {
  const flags = u24(trun, 1);
  const count = u32(trun, 4);
  if ((flags & 0x100) === 0) return count * each;
  const start = 8 + ((flags & 1) === 0 ? 0 : 4) + ((flags & 4) === 0 ? 0 : 4);
  const stride = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => (flags & flag) !== 0).length;
  let sum = 0;
  for (let at = start; at + 4 <= trun.length && at < start + count * stride; at += stride) sum += u32(trun, at);
  return sum;
};
