const atFirst = 1_024;
/** What a column can hold: of minutes some four thousand years from 1970. */
const furthest = 2 ** 31 - 1;

/**
 * Events by minute, or a longer unit, and type, in columns: ten bytes a row. A row is a unit in which something happened and a type
 * that happened in it, so they are far fewer than events, and looking through a million of them takes some milliseconds.
 */
export class DensityColumns {
  readonly #unitMs: number;
  #units = new Int32Array(atFirst);
  #types = new Uint16Array(atFirst);
  #events = new Uint32Array(atFirst);
  #length = 0;
  /** The rows of the unit that was added to last, by type. */
  readonly #latest = new Map<number, number>();
  #latestUnit = Number.NaN;
  #firstUnit: number | null = null;

  constructor(unitMs: number) {
    this.#unitMs = unitMs;
  }

  /** The first moment of the earliest unit in which something happened. */
  get first(): number | null {
    return this.#firstUnit === null ? null : this.#firstUnit * this.#unitMs;
  }

  /** Adds events. A unit that is come back to, as when a clock was set, gets a further row: they are only ever summed up. */
  add(wanted: number, type: number, events: number): void {
    const unit = Math.max(-furthest, Math.min(wanted, furthest));
    if (unit !== this.#latestUnit) {
      this.#latest.clear();
      this.#latestUnit = unit;
    }
    const known = this.#latest.get(type);
    if (known !== undefined) {
      this.#events[known] = (this.#events[known] ?? 0) + events;
      return;
    }
    if (this.#length === this.#units.length) this.#grow();
    this.#latest.set(type, this.#length);
    this.#firstUnit = Math.min(this.#firstUnit ?? unit, unit);
    this.#units[this.#length] = unit;
    this.#types[this.#length] = type;
    this.#events[this.#length] = events;
    this.#length += 1;
  }

  /** Tells of every row whose unit begins within the bounds: in which stretch, of which type, how many. */
  each(bounds: readonly number[], tell: (stretch: number, type: number, events: number, moment: number) => void): void {
    const last = bounds.length - 2;
    let stretch = 0;
    for (let row = 0; row < this.#length; row += 1) {
      const moment = (this.#units[row] ?? 0) * this.#unitMs;
      // Rows ascend but for clocks that were set back, so this is a step at most.
      while (stretch < last && moment >= (bounds[stretch + 1] ?? 0)) stretch += 1;
      while (stretch > 0 && moment < (bounds[stretch] ?? 0)) stretch -= 1;
      if (moment < (bounds[stretch] ?? 0) || moment >= (bounds[stretch + 1] ?? 0)) continue;
      tell(stretch, this.#types[row] ?? 0, this.#events[row] ?? 0, moment);
    }
  }

  #grow(): void {
    const size = this.#length * 2;
    const [units, types, events] = [new Int32Array(size), new Uint16Array(size), new Uint32Array(size)];
    units.set(this.#units);
    types.set(this.#types);
    events.set(this.#events);
    [this.#units, this.#types, this.#events] = [units, types, events];
  }
}
