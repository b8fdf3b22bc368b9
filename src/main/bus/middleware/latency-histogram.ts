const perOctave = 4;
/** The lowest bound: a microsecond, nearly, in milliseconds as a power of two. */
const lowest = -10;
const octaves = 32;
const size = perOctave * octaves;

/** Times in buckets whose bounds grow by a fifth: half a kilobyte, whatever it is told, and within 10 % of the truth. */
export class LatencyHistogram {
  readonly #buckets = new Uint32Array(size);
  count = 0;
  longest = 0;

  add(milliseconds: number): void {
    const place = Math.floor((Math.log2(milliseconds) - lowest) * perOctave);
    const bucket = Math.min(size - 1, Math.max(0, place || 0));
    this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + 1;
    this.count += 1;
    if (milliseconds > this.longest) this.longest = milliseconds;
  }

  /** The time that this share of the calls stayed within; null before the first. */
  quantile(share: number): number | null {
    if (this.count === 0) return null;
    let left = Math.max(1, Math.ceil(share * this.count));
    const bucket = this.#buckets.findIndex((calls) => (left -= calls) <= 0);
    // The middle of the bucket, and never more than was seen.
    return Math.min(this.longest, 2 ** ((bucket + 0.5) / perOctave + lowest));
  }
}
