import type { AssetRecord } from '@shared/library/asset-record';
import type { BoardRecords, CardKind, Place, Project, RecordKind, Style } from '@shared/library/board';
import type { BoardParts, StandingItem } from '@shared/library/board-pages';
import { isCardKind, standingOf } from '@shared/library/board-standing';
import type { LibraryCard } from '@shared/library/library-answer';
import type { Database, Statement } from 'better-sqlite3';
import { cardOf } from './asset-search-card';
import { BoardAssets } from './board-assets';
import type { CardSource } from './board-cards';
import type { BoardMoments, PastRecords } from './board-moments';
import { PastBoardAssets } from './board-past-assets';
import { BoardTables } from './board-records-table';
import { type FindThumbHashes, thumbHashFinder } from './thumb-hashes';

/** One board, now or at a moment. */
export interface BoardReader extends BoardParts {
  readonly source: CardSource;
  /** Pictures that belong to the project. */
  readonly members: number;
}

/** A filed picture, as far as placing it needs. */
export interface FiledAsset {
  readonly content_hash: string;
  readonly project: string;
  readonly file_name: string;
  readonly filed_sequence: number;
}

interface ItemRow {
  readonly kind: CardKind;
  readonly id: string;
  readonly home: string;
  readonly first_sequence: number;
  readonly column_id: string | null;
  readonly rank: string;
  readonly guest: number;
  readonly off: number;
}

/** Reads boards from the tables, and from the past. */
export class BoardReaders {
  readonly #tables: BoardTables;
  readonly #moments: BoardMoments;
  readonly #assets: BoardAssets;
  readonly #pastAssets: PastBoardAssets;
  readonly #items: Statement<[string], ItemRow>;
  readonly #styles: Statement<[string], string>;
  readonly #titles: Statement<[string], { kind: string; id: string; title: string }>;
  readonly #names: Statement<[string], string>;
  readonly #filed: Statement<[string], FiledAsset>;
  readonly #cards: Statement<[string], { id: number | null; content_hash: string; record: string; elo: number | null }>;
  readonly #thumbHashes: FindThumbHashes;

  constructor(database: Database, moments: BoardMoments) {
    this.#tables = new BoardTables(database);
    this.#moments = moments;
    this.#assets = new BoardAssets(database);
    this.#pastAssets = new PastBoardAssets(database);
    this.#items = database.prepare(
      `SELECT r.kind, r.id, r.home, r.first_sequence, p.column_id, p.rank, p.guest, p.off
       FROM board_records AS r LEFT JOIN board_places AS p ON p.project_id = r.project_id AND p.kind = r.kind AND p.id = r.id
       WHERE r.project_id = ? AND r.live = 1`,
    );
    this.#styles = database.prepare<[string], string>("SELECT record FROM board_records WHERE project_id = ? AND kind = 'style' ORDER BY first_sequence, id").pluck();
    this.#titles = database.prepare('SELECT kind, id, title FROM board_records WHERE project_id = ? AND live = 1');
    this.#names = database.prepare<[string], string>('SELECT name FROM board_names WHERE project_id = ?').pluck();
    this.#filed = database.prepare(
      `SELECT content_hash, project, json_extract(record, '$.file_name') AS file_name, filed_sequence FROM assets
       WHERE filed_sequence IS NOT NULL AND content_hash IN (SELECT value FROM json_each(?))`,
    );
    this.#cards = database.prepare(
      `SELECT f.id, a.content_hash, a.record, f.elo FROM assets AS a LEFT JOIN asset_facts AS f USING (content_hash)
       WHERE a.content_hash IN (SELECT value FROM json_each(?))`,
    );
    this.#thumbHashes = thumbHashFinder(database);
  }

  project(id: string): Project | null {
    return this.#tables.get(id, 'project', id) ?? null;
  }

  members(projectId: string): number {
    return this.#assets.members(projectId);
  }

  /** A board as it is now; null when nothing is known of its project. */
  now(id: string): BoardReader | null {
    const project = this.project(id);
    if (project === null) return null;
    return {
      project,
      items: this.#items.all(id).map(({ column_id, rank, guest, off, ...item }) => ({
        ...item, place: column_id === null ? null : { column_id, rank, guest: guest === 1, off: off === 1 },
      })),
      assets: this.#assets.of(id),
      members: this.members(id),
      source: {
        get: (kind, item) => this.#tables.get(id, kind, item),
        styles: () => this.#styles.all(id).map((record) => JSON.parse(record) as Style),
        assets: (hashes) => this.assetCards(hashes),
      },
    };
  }

  /** The same right after an event; null when nothing was known of its project then. */
  async at(id: string, moment: number): Promise<BoardReader | null> {
    const past = await this.#moments.at(id, moment);
    const project = past.get(id, 'project', id);
    if (project === undefined) return null;
    return {
      project,
      items: pastItems(past),
      assets: this.#pastAssets.of(id, moment, past.assetPlaces),
      members: this.#pastAssets.members(id, moment),
      source: {
        get: (kind, item) => past.get(id, kind, item),
        styles: () => past.all('style').map(({ record }) => record),
        assets: (hashes) => this.assetCards(hashes),
      },
    };
  }

  /** What is known of pictures now, by hash. */
  assetCards(hashes: readonly string[]): Map<string, LibraryCard> {
    if (hashes.length === 0) return new Map();
    const rows = this.#cards.all(JSON.stringify(hashes));
    const softly = this.#thumbHashes(hashes);
    const cards = rows.map(({ id, content_hash, record, elo }) =>
      cardOf(id ?? 0, JSON.parse(record) as AssetRecord, elo, softly.get(content_hash)));
    return new Map(cards.map((card) => [card.content_hash, card]));
  }

  /** Those of some pictures that are filed, by hash. */
  filed(hashes: readonly string[]): Map<string, FiledAsset> {
    return new Map(this.#filed.all(JSON.stringify(hashes)).map((asset) => [asset.content_hash, asset]));
  }

  /** What the items of a board are called, by kind and id. */
  titles(projectId: string): Map<string, string> {
    return new Map(this.#titles.all(projectId).map(({ kind, id, title }) => [`${kind}/${id}`, title]));
  }

  /** The names under which a project's own pictures came in. */
  namesOf(projectId: string): string[] {
    return this.#names.all(projectId);
  }

  /** Where a card was put; null when nobody has put it anywhere. */
  place(projectId: string, card: { readonly kind: CardKind; readonly id: string }): Place | null {
    return this.#tables.place(projectId, card) ?? null;
  }

  record<K extends RecordKind>(projectId: string, kind: K, id: string): BoardRecords[K] | null {
    return this.#tables.get(projectId, kind, id) ?? null;
  }
}

function pastItems(past: PastRecords): StandingItem[] {
  return (['style', 'character', 'concept', 'note'] as const).flatMap((kind) =>
    past.all(kind).flatMap(({ id, record }): StandingItem[] => {
      const { live, home, first_sequence } = standingOf(kind, record);
      if (!live || !isCardKind(kind)) return [];
      return [{ kind, id, home, first_sequence, place: past.place('', { kind, id }) ?? null }];
    }));
}
