import type { Database, Statement } from 'better-sqlite3';
import { StackDecisions } from './stack-decisions';
import { type FoundStack, StackFinder } from './stacks-finder';
import { breather, type Breathe } from './stacks-in-turns';

interface AssetRow {
  readonly id: number;
  readonly changed: number;
  readonly own: number | null;
  readonly score: number | null;
  readonly pixels: number | null;
  readonly file_size: number;
  readonly is_shown: number;
  readonly is_known: number;
  readonly phash: string | null;
}

interface FingerprintRow {
  readonly row: number;
  readonly id: number | null;
  readonly phash: string | null;
}

/** Where a picture lies, and what names it. */
export interface PicturePlace {
  readonly content_hash: string;
  readonly path: string | null;
}

const rowsAtOnce = 500;

/** Finds filed pictures that look nearly the same. Follows the tables; works on a read-only connection, too. */
export class StackPictures {
  readonly #assets: Statement<[number, number], AssetRow>;
  readonly #left: Statement<[number], { sequence: number; id: number }>;
  readonly #fingerprints: Statement<[number, number], FingerprintRow>;
  readonly #place: Statement<[number], PicturePlace>;
  readonly #decisions: StackDecisions;
  readonly #finder = new StackFinder();
  /** The event up to which assets are taken in, and the row up to which fingerprints are. */
  #position = 0;
  #shown: number;
  #last: Promise<unknown> = Promise.resolve();

  constructor(database: Database) {
    this.#assets = database.prepare(
      `SELECT a.id, a.changed, a.own, a.score, a.pixels, a.file_size, a.media = 'image' AND a.state = 'present' AS is_shown,
         f.content_hash IS NOT NULL AS is_known, f.phash
       FROM asset_facts AS a LEFT JOIN fingerprints AS f USING (content_hash) WHERE a.changed > ? ORDER BY a.changed LIMIT ?`,
    );
    this.#left = database.prepare('SELECT sequence, id FROM asset_left WHERE sequence > ? ORDER BY sequence');
    this.#fingerprints = database.prepare(
      `SELECT f.id AS row, a.id, f.phash FROM fingerprints AS f LEFT JOIN asset_facts AS a USING (content_hash)
       WHERE f.id > ? ORDER BY f.id LIMIT ?`,
    );
    this.#place = database.prepare(
      `SELECT content_hash, json_extract(record, '$.path') AS path FROM asset_facts JOIN assets USING (content_hash) WHERE id = ?`,
    );
    this.#decisions = new StackDecisions(database);
    // Those that are there already come with their assets.
    this.#shown = database.prepare<[], number | null>('SELECT max(id) FROM fingerprints').pluck().get() ?? 0;
  }

  /** Pictures that can be compared, and those of them that have been looked at. */
  get counts(): { readonly present: number; readonly known: number } {
    return this.#finder.pictures.counts;
  }

  /** Behind a number the first pictures that have not been looked at. */
  unknownAfter(after: number, limit: number): number[] {
    return this.#finder.pictures.unknownAfter(after, limit);
  }

  /** Whether it is there and has not been looked at. */
  isUnknown(id: number): boolean {
    return this.unknownAfter(id - 1, 1)[0] === id;
  }

  placeOf(id: number): PicturePlace | null {
    return this.#place.get(id) ?? null;
  }

  /** Takes in what has changed, a few milliseconds at a time. */
  follow(): Promise<void> {
    return this.#inTurn(() => this.#follow(breather()));
  }

  /** The stacks about which nothing is decided, the newest first; a few milliseconds at a time. */
  find(bits: number): Promise<FoundStack[]> {
    return this.#inTurn(async () => {
      const breathe = breather();
      await this.#follow(breathe);
      const decisions = [];
      for (const page of this.#decisions.pages()) {
        decisions.push(...page);
        await breathe();
      }
      return this.#finder.find(bits, decisions, breathe);
    });
  }

  async #follow(breathe: Breathe): Promise<void> {
    while (!this.#followAssets()) await breathe();
    while (!this.#followFingerprints()) await breathe();
  }

  /** Whether everything has been taken in. A page is read at one moment, so that leaving and coming back are in order. */
  #followAssets(): boolean {
    const page = this.#assets.all(this.#position, rowsAtOnce);
    const isLast = page.length < rowsAtOnce;
    // One event may have changed two: they are taken in together.
    const rows = isLast ? page : page.filter(({ changed }) => changed !== page.at(-1)?.changed);
    const newest = rows.at(-1)?.changed ?? this.#position;
    let left = 0;
    for (const { sequence, id } of this.#left.all(this.#position)) {
      if (!isLast && sequence > newest) break;
      this.#finder.pictures.drop(id);
      left = sequence;
    }
    for (const row of rows) this.#take(row);
    this.#position = Math.max(newest, left);
    return isLast;
  }

  #take({ id, is_shown, is_known, phash, ...merits }: AssetRow): void {
    const { pictures } = this.#finder;
    if (is_shown === 0) {
      pictures.drop(id);
      return;
    }
    pictures.put(id, merits);
    if (is_known === 1) pictures.show(id, phash);
  }

  #followFingerprints(): boolean {
    const rows = this.#fingerprints.all(this.#shown, rowsAtOnce);
    // What is not filed yet comes with its asset; a video or a missing file is not among the pictures.
    for (const { id, phash } of rows) if (id !== null && this.#finder.pictures.isPresent(id)) this.#finder.pictures.show(id, phash);
    this.#shown = rows.at(-1)?.row ?? this.#shown;
    return rows.length < rowsAtOnce;
  }

  /** One after the other: what is walked over must not change meanwhile. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
