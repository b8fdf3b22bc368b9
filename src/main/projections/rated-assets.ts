import type { Stars } from '@shared/library/rating';
import type { Database, Statement } from 'better-sqlite3';
import type { Placement } from './placements';

/** A filed picture whose quality was measured. */
export interface RatedAsset {
  readonly content_hash: string;
  readonly brisque: number;
  readonly measured: Stars;
  /** A person's own rating, which holds. */
  readonly own: Stars | null;
  readonly is_missing: boolean;
  /** Null for what lay there before Alice knew it. */
  readonly placement: Placement | null;
}

type Row = [content_hash: string, brisque: number, measured: Stars, own: Stars | null, state: string,
  path: string | null, date_folder: string, project_name: string, source_type: string, quality_folder: string | null];

/** Questions about ratings of what is filed, answered without reading a record. */
export class RatedAssets {
  readonly #all: Statement<[], Row>;
  readonly #placement: Statement<[string], Placement>;
  readonly #counts: Statement<[], { stars: Stars; own: number; n: number }>;
  readonly #scores: Statement<[], number>;

  constructor(database: Database) {
    this.#all = database.prepare<[], Row>(
      `SELECT f.content_hash, f.score, f.measured, f.own, f.state, p.path, p.date_folder, p.project_name, p.source_type, p.quality_folder
       FROM asset_facts AS f LEFT JOIN placements AS p ON p.content_hash = f.content_hash
       WHERE f.score IS NOT NULL AND f.measured IS NOT NULL ORDER BY f.filed_sequence`,
    ).raw();
    this.#placement = database.prepare(
      'SELECT path, date_folder, project_name, source_type, quality_folder FROM placements WHERE content_hash = ?',
    );
    this.#counts = database.prepare(
      'SELECT stars, own IS NOT NULL AS own, count(*) AS n FROM asset_facts WHERE stars > 0 GROUP BY stars, own IS NOT NULL',
    );
    this.#scores = database.prepare<[], number>('SELECT score FROM asset_facts WHERE score IS NOT NULL ORDER BY score').pluck();
  }

  all(): RatedAsset[] {
    return this.#all.all().map(([content_hash, brisque, measured, own, state, path, ...words]) => {
      const [date_folder, project_name, source_type, quality_folder] = words;
      const placement = path === null ? null : { path, date_folder, project_name, source_type, quality_folder };
      return { content_hash, brisque, measured, own, is_missing: state === 'missing', placement };
    });
  }

  placementOf(contentHash: string): Placement | null {
    return this.#placement.get(contentHash) ?? null;
  }

  /** How many filed files have each rating that holds, and how many of them have it from a person. */
  counts(): { readonly stars: Stars; readonly count: number; readonly own: number }[] {
    const rows = this.#counts.all();
    return ([5, 4, 3, 2, 1] as const).map((stars) => {
      const these = rows.filter((row) => row.stars === stars);
      const sum = (list: typeof rows) => list.reduce((total, { n }) => total + n, 0);
      return { stars, count: sum(these), own: sum(these.filter(({ own }) => own === 1)) };
    });
  }

  /** All measured scores, the cleanest first. */
  scores(): number[] {
    return this.#scores.all();
  }
}
