import { factsOf } from '@shared/library/asset-facts';
import type { AssetRecord } from '@shared/library/asset-record';
import { whyNotRated } from '@shared/library/quality-overview';
import type { Database, Statement } from 'better-sqlite3';

/** The filed assets once more, laid out for questions. */
export const assetIndexTables = `
  CREATE TABLE asset_facts (
    -- Never given again, so that a window which holds one cannot mean another picture.
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    content_hash   TEXT NOT NULL UNIQUE,
    -- The last event that changed it.
    changed        INTEGER NOT NULL,
    filed_sequence INTEGER NOT NULL,
    -- Seconds since 1970.
    filed_at       INTEGER NOT NULL,
    project        TEXT NOT NULL,
    tool           TEXT NOT NULL,
    model          TEXT,
    sampler        TEXT,
    seed           TEXT,
    media          TEXT NOT NULL,
    state          TEXT NOT NULL,
    origin         TEXT NOT NULL,
    stars          INTEGER NOT NULL,
    score          REAL,
    -- What was measured, and what a person gave; stars is the one that holds.
    measured       INTEGER,
    own            INTEGER,
    -- Why nothing was measured; null when something was.
    not_rated      TEXT,
    -- What was measured, as JSON; null when nothing.
    issues         TEXT,
    aesthetic      REAL,
    -- Of comparisons; see EloBook.
    elo            REAL,
    longer_side    INTEGER,
    pixels         INTEGER,
    -- Width for a height of 100.
    ratio          INTEGER NOT NULL,
    file_size      INTEGER NOT NULL,
    made_on        TEXT,
    month          TEXT,
    name           TEXT NOT NULL
  ) STRICT;
  CREATE INDEX facts_by_change ON asset_facts (changed);
  CREATE INDEX facts_by_filed ON asset_facts (filed_sequence);
  CREATE INDEX facts_by_made ON asset_facts (made_on, filed_sequence);
  CREATE INDEX facts_by_stars ON asset_facts (stars, filed_sequence);
  CREATE INDEX facts_by_score ON asset_facts (score, filed_sequence);
  CREATE INDEX facts_by_aesthetic ON asset_facts (aesthetic, filed_sequence);
  CREATE INDEX facts_by_elo ON asset_facts (elo, filed_sequence);
  CREATE INDEX facts_by_size ON asset_facts (file_size, filed_sequence);
  CREATE INDEX facts_by_pixels ON asset_facts (pixels, filed_sequence);
  CREATE INDEX facts_by_name ON asset_facts (name, filed_sequence);
  CREATE INDEX facts_by_project ON asset_facts (project, filed_sequence);
  CREATE INDEX facts_by_tool ON asset_facts (tool, filed_sequence);
  CREATE INDEX facts_by_model ON asset_facts (model, filed_sequence);
  CREATE INDEX facts_by_sampler ON asset_facts (sampler, filed_sequence);
  CREATE INDEX facts_by_month ON asset_facts (month, filed_sequence);
  CREATE INDEX facts_by_seed ON asset_facts (seed) WHERE seed IS NOT NULL;
  CREATE TABLE asset_loras (id INTEGER NOT NULL, lora TEXT NOT NULL, PRIMARY KEY (id, lora)) STRICT, WITHOUT ROWID;
  CREATE INDEX loras_by_name ON asset_loras (lora, id);
  -- Those that are filed no more, by the event that said so.
  CREATE TABLE asset_left (sequence INTEGER PRIMARY KEY, id INTEGER NOT NULL) STRICT;
  -- Words only; the texts themselves are in the records.
  CREATE VIRTUAL TABLE asset_words USING fts5(text, content='', contentless_delete=1, detail=none, prefix='1 2 3 4',
    tokenize="unicode61 remove_diacritics 2");
`;

const columns = [
  'changed', 'filed_sequence', 'filed_at', 'project', 'tool', 'model', 'sampler', 'seed', 'media', 'state', 'origin', 'stars', 'score',
  'measured', 'own', 'not_rated', 'issues', 'aesthetic', 'longer_side', 'pixels', 'ratio', 'file_size', 'made_on', 'month', 'name',
] as const;

/** Keeps the index beside the assets: one row for each filed asset, none for others. */
export class AssetIndex {
  readonly #id: Statement<[string], number>;
  readonly #put: Statement;
  readonly #rate: Statement<[number, number, number | null, number | null, string]>;
  readonly #drop: Statement<[number]>;
  readonly #left: Statement<[number, number]>;
  readonly #dropLoras: Statement<[number]>;
  readonly #putLora: Statement<[number, string]>;
  readonly #dropWords: Statement<[number]>;
  readonly #putWords: Statement<[number, string]>;

  constructor(database: Database) {
    this.#id = database.prepare<[string], number>('SELECT id FROM asset_facts WHERE content_hash = ?').pluck();
    this.#put = database.prepare(
      `INSERT INTO asset_facts (content_hash, elo, ${columns.join(', ')})
       VALUES (@content_hash, (SELECT elo FROM preferences WHERE content_hash = @content_hash), ${columns.map((name) => `@${name}`).join(', ')})
       ON CONFLICT (content_hash) DO UPDATE SET ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    );
    this.#rate = database.prepare('UPDATE asset_facts SET changed = ?, stars = ?, measured = ?, own = ? WHERE content_hash = ?');
    this.#drop = database.prepare('DELETE FROM asset_facts WHERE id = ?');
    this.#left = database.prepare('INSERT OR REPLACE INTO asset_left (sequence, id) VALUES (?, ?)');
    this.#dropLoras = database.prepare('DELETE FROM asset_loras WHERE id = ?');
    this.#putLora = database.prepare('INSERT OR IGNORE INTO asset_loras (id, lora) VALUES (?, ?)');
    this.#dropWords = database.prepare('DELETE FROM asset_words WHERE rowid = ?');
    this.#putWords = database.prepare('INSERT INTO asset_words (rowid, text) VALUES (?, ?)');
  }

  /** Takes in an asset as it is now; `before` is what was known of it, null when nothing was. */
  follow(before: AssetRecord | null, now: AssetRecord): void {
    const known = before !== null && before.filed_sequence !== null;
    if (now.filed_sequence === null) {
      if (known) this.#forget(now);
      return;
    }
    if (known && onlyRatedOtherwise(before, now)) {
      this.#rate.run(now.sequence, now.stars ?? 0, now.measured_stars, now.own_stars, now.content_hash);
      return;
    }
    const facts = factsOf(now);
    this.#put.run({
      content_hash: now.content_hash,
      changed: now.sequence,
      filed_sequence: now.filed_sequence,
      filed_at: Math.floor(Date.parse(now.filed_at ?? '') / 1_000) || 0,
      project: now.project,
      tool: facts.tool,
      model: facts.model,
      sampler: facts.sampler,
      seed: facts.seed,
      media: now.media_type,
      state: now.missing === null ? 'present' : 'missing',
      origin: facts.origin,
      stars: now.stars ?? 0,
      score: now.brisque,
      measured: now.measured_stars,
      own: now.own_stars,
      not_rated: whyNotRated(now),
      issues: now.quality_issues.length === 0 ? null : JSON.stringify([...new Set(now.quality_issues)]),
      aesthetic: facts.aesthetic,
      longer_side: now.width === null || now.height === null ? null : Math.max(now.width, now.height),
      pixels: now.width === null || now.height === null ? null : now.width * now.height,
      ratio: ratioOf(now),
      file_size: now.file_size,
      made_on: facts.made_on,
      month: facts.made_on?.slice(0, 7) ?? null,
      name: now.file_name.toLowerCase(),
    });
    if (known && before.generation === now.generation && before.file_name === now.file_name && before.project === now.project) return;
    const id = this.#id.get(now.content_hash);
    if (id === undefined) return;
    this.#dropLoras.run(id);
    for (const lora of facts.loras) this.#putLora.run(id, lora);
    if (known) this.#dropWords.run(id);
    const { prompt, negative_prompt, model, tool, sampler, seed, loras } = facts;
    const texts = [prompt, negative_prompt, model, tool, sampler, seed, now.file_name, now.project, ...loras];
    this.#putWords.run(id, texts.filter((text) => text !== null).join(' '));
  }

  #forget({ content_hash, sequence }: AssetRecord): void {
    const id = this.#id.get(content_hash);
    if (id === undefined) return;
    this.#left.run(sequence, id);
    this.#drop.run(id);
    this.#dropLoras.run(id);
    this.#dropWords.run(id);
  }
}

/** Everything that stands in an index row but its ratings. */
const unrated = [
  'filed_sequence', 'filed_at', 'project', 'source', 'generation', 'media_type', 'missing', 'brisque', 'not_rated', 'quality_issues', 'width', 'height', 'file_size',
  'date_folder', 'file_name',
] as const satisfies readonly (keyof AssetRecord)[];

/** Ten thousand ratings may change at once: then nothing but the ratings is written, and no index beside theirs is touched. */
function onlyRatedOtherwise(before: AssetRecord, now: AssetRecord): boolean {
  return unrated.every((key) => before[key] === now[key]);
}

/** Width for a height of 100; what has no size is square. */
function ratioOf({ width, height }: AssetRecord): number {
  if (width === null || height === null || height === 0) return 100;
  return Math.max(1, Math.min(60_000, Math.round((width / height) * 100)));
}
