import { inTurns } from './quality-overview-turns';
import type { Breathe } from './stacks-in-turns';

/** Buckets per point of BRISQUE: fine enough that few pictures share one. */
const perPoint = 100;
const buckets = 100 * perPoint + 1;
/** Below this length comparing neighbours beats everything else. */
const shortList = 32;

const bucketOf = (score: number) => Math.floor(Math.min(100, Math.max(0, score)) * perPoint);

/** The ids that have a score, the cleanest first; a few milliseconds at a time. */
export async function byScore(ids: Uint32Array, score: Float64Array, breathe: Breathe): Promise<Uint32Array> {
  const ends = new Uint32Array(buckets + 1);
  await inTurns(ids.length, breathe, (at) => {
    const bucket = bucketOf(score[ids[at] ?? 0] ?? 0);
    ends[bucket + 1] = (ends[bucket + 1] ?? 0) + 1;
  });
  for (let bucket = 1; bucket <= buckets; bucket += 1) ends[bucket] = (ends[bucket] ?? 0) + (ends[bucket - 1] ?? 0);
  const next = ends.slice();
  const order = new Uint32Array(ids.length);
  await inTurns(ids.length, breathe, (at) => {
    const id = ids[at] ?? 0;
    const bucket = bucketOf(score[id] ?? 0);
    const place = next[bucket] ?? 0;
    order[place] = id;
    next[bucket] = place + 1;
  });
  await inTurns(buckets, breathe, (bucket) => {
    sortShort(order.subarray(ends[bucket] ?? 0, ends[bucket + 1] ?? 0), score);
  });
  return order;
}

function sortShort(ids: Uint32Array, score: Float64Array): void {
  if (ids.length > shortList) {
    ids.sort((a, b) => (score[a] ?? 0) - (score[b] ?? 0));
    return;
  }
  for (let at = 1; at < ids.length; at += 1) {
    const id = ids[at] ?? 0;
    const own = score[id] ?? 0;
    let to = at;
    for (; to > 0 && (score[ids[to - 1] ?? 0] ?? 0) > own; to -= 1) ids[to] = ids[to - 1] ?? 0;
    ids[to] = id;
  }
}
