import type { BoardRecords, ContextEntry, RecordKind } from '@shared/library/board';
import type { ProjectPage, ProjectRating } from '@shared/library/board-answers';
import type { WorkflowRun } from '@shared/library/board-workflow';
import { compare } from '@shared/library/board-standing';
import type { LibraryCard } from '@shared/library/library-answer';
import type { Database, Statement } from 'better-sqlite3';
import { styleCards } from './board-cards';
import type { BoardQueries } from './board-queries';
import type { BoardReaders } from './board-reader';

interface BestRow {
  readonly content_hash: string;
  readonly own: number | null;
  readonly stars: number;
  readonly score: number | null;
}

/** What holds comes first. */
const styleOrder = { chosen: 0, earlier: 1, considered: 2 } as const;
const decisionsShown = 50;
const workflowsShown = 50;

/** All that is known of a project, put together. */
export class ProjectPages {
  readonly #readers: BoardReaders;
  readonly #queries: BoardQueries;
  readonly #records: Statement<[string, string], { id: string; record: string }>;
  readonly #best: Statement<[string, number], BestRow>;
  readonly #ratings: Statement<[string], { own: number | null; stars: number; n: number }>;
  readonly #workflows: Statement<[string, number], string>;

  constructor(database: Database, readers: BoardReaders, queries: BoardQueries) {
    this.#readers = readers;
    this.#queries = queries;
    this.#records = database.prepare('SELECT id, record FROM board_records WHERE project_id = ? AND kind = ? ORDER BY first_sequence, id');
    // Both in the order of an index of their own.
    this.#best = database.prepare(
      'SELECT content_hash, own, stars, score FROM asset_facts WHERE project = ? ORDER BY own DESC, stars DESC, score, content_hash LIMIT ?',
    );
    this.#ratings = database.prepare('SELECT own, stars, count(*) AS n FROM asset_facts WHERE project = ? GROUP BY own, stars');
    this.#workflows = database.prepare<[string, number], string>(
      `SELECT record FROM board_workflows WHERE project IN (SELECT value FROM json_each(?)) ORDER BY sequence DESC LIMIT ?`,
    ).pluck();
  }

  /** Null when nothing is known of the project. */
  page(id: string, bestShown: number): ProjectPage | null {
    const project = this.#readers.project(id);
    if (project === null) return null;
    const names = this.#readers.namesOf(id);
    return {
      project,
      summary: this.#queries.summary(project, names),
      decisions: this.#queries.decisions(id, null, decisionsShown),
      styles: styleCards(this.#all(id, 'style')).sort((a, b) => styleOrder[a.state] - styleOrder[b.state]),
      characters: this.#all(id, 'character').filter(hasVersion),
      concepts: this.#all(id, 'concept').filter(hasVersion),
      context: this.#all(id, 'context').filter(({ removed }: ContextEntry) => !removed),
      notes: this.#all(id, 'note').filter(({ removed }) => !removed),
      best: this.best(names, bestShown),
      ratings: this.#ratingsOf(names),
      workflows: this.#workflows.all(JSON.stringify([id, ...names]), workflowsShown).map((record) => JSON.parse(record) as WorkflowRun),
    };
  }

  /** The best pictures that were filed under some names: a person's own ratings first, then by stars and score. */
  best(names: readonly string[], limit: number): LibraryCard[] {
    const rows = names.flatMap((name) => this.#best.all(name, limit));
    const hashes = rows.sort(bestFirst).slice(0, limit).map(({ content_hash }) => content_hash);
    const cards = this.#readers.assetCards(hashes);
    return hashes.flatMap((hash) => cards.get(hash) ?? []);
  }

  #all<K extends RecordKind>(projectId: string, kind: K): BoardRecords[K][] {
    return this.#records.all(projectId, kind).map(({ record }) => JSON.parse(record) as BoardRecords[K]);
  }

  #ratingsOf(names: readonly string[]): ProjectRating[] {
    const rows = names.flatMap((name) => this.#ratings.all(name));
    return [5, 4, 3, 2, 1, 0].map((stars) => {
      const these = rows.filter((row) => row.stars === stars);
      const sum = (list: typeof rows) => list.reduce((total, { n }) => total + n, 0);
      return { stars, count: sum(these), own: sum(these.filter(({ own }) => own !== null)) };
    });
  }
}

function bestFirst(a: BestRow, b: BestRow): number {
  return (b.own ?? 0) - (a.own ?? 0) || b.stars - a.stars || (a.score ?? -1) - (b.score ?? -1) || compare(a.content_hash, b.content_hash);
}

function hasVersion({ versions }: { readonly versions: readonly { readonly removed: boolean }[] }): boolean {
  return versions.some(({ removed }) => !removed);
}
