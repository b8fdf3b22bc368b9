import type { Database, Statement } from 'better-sqlite3';

const mostNamed = 20;

/** Which filed files a person means by what they typed. */
export class AssetNames {
  readonly #byPath: Statement<[string], string>;
  readonly #byHash: Statement<[string, string, number], string>;
  readonly #byName: Statement<[string, number], string>;

  constructor(database: Database) {
    this.#byPath = database
      .prepare<[string], string>("SELECT content_hash FROM assets WHERE json_extract(record, '$.path') = ? AND filed_sequence IS NOT NULL")
      .pluck();
    this.#byHash = database
      .prepare<[string, string, number], string>('SELECT content_hash FROM asset_facts WHERE content_hash >= ? AND content_hash < ? LIMIT ?')
      .pluck();
    this.#byName = database
      .prepare<[string, number], string>('SELECT content_hash FROM asset_facts WHERE name = ? ORDER BY filed_sequence DESC LIMIT ?')
      .pluck();
  }

  /** The hashes of those that lie at one of the paths, else of those whose hash begins with it or whose file has this name. */
  meant(text: string, paths: readonly string[]): string[] {
    const there = paths.flatMap((path) => this.#byPath.all(path));
    if (there.length > 0) return there;
    const lower = text.toLowerCase();
    const byHash = /^[0-9a-f]{6,64}$/.test(lower) ? this.#byHash.all(lower, `${lower}g`, mostNamed) : [];
    return [...new Set([...byHash, ...this.#byName.all(lower, mostNamed)])];
  }
}
