import type { RecordedEvent } from '@shared/events/catalog';
import type { Project } from '@shared/library/board';
import type { BoardMoment, DecisionsPage, ItemHistoryPage, ProjectSummary } from '@shared/library/board-answers';
import { itemHistory } from '@shared/library/board-history';
import { columnsOf, compare } from '@shared/library/board-standing';
import type { Database, Statement } from 'better-sqlite3';

interface EventRow {
  readonly event: string;
}

/** Of one item only so many events are looked back on; a card that is moved to and fro for years has more. */
const lookedBack = 2_000;
const momentsAtMost = 1_000;

/** Questions about projects and what became of them. */
export class BoardQueries {
  readonly #projects: Statement<[], string>;
  readonly #names: Statement<[], { name: string; project_id: string }>;
  readonly #owner: Statement<[string], string>;
  readonly #folders: Statement<[], { name: string; assets: number }>;
  readonly #cover: Statement<[string], { content_hash: string; filed_sequence: number }>;
  readonly #decisionCounts: Statement<[], { project_id: string; n: number }>;
  readonly #ofStory: Statement<[string], number>;
  readonly #decisionCount: Statement<[string, number], number>;
  readonly #decisions: Statement<[string, number, number], EventRow>;
  readonly #about: Statement<[string, string, string, number], EventRow>;
  readonly #moments: Statement<[string], [sequence: number, at: string, decision: number]>;

  constructor(database: Database) {
    this.#projects = database.prepare<[], string>("SELECT record FROM board_records WHERE kind = 'project'").pluck();
    this.#names = database.prepare('SELECT name, project_id FROM board_names');
    this.#owner = database.prepare<[string], string>('SELECT project_id FROM board_names WHERE name = ?').pluck();
    this.#folders = database.prepare('SELECT name, assets FROM board_folders WHERE assets > 0');
    this.#cover = database.prepare(
      `SELECT content_hash, filed_sequence FROM board_stays WHERE project = ? AND until_sequence IS NULL ORDER BY filed_sequence DESC LIMIT 1`,
    );
    this.#decisionCounts = database.prepare('SELECT project_id, count(*) AS n FROM board_events WHERE decision = 1 GROUP BY project_id');
    this.#ofStory = database.prepare<[string], number>('SELECT 1 FROM board_events WHERE story = ? LIMIT 1').pluck();
    this.#decisionCount = database.prepare<[string, number], number>(
      'SELECT count(*) FROM board_events WHERE project_id = ? AND decision = 1 AND sequence <= ?',
    ).pluck();
    this.#decisions = database.prepare(
      'SELECT event FROM board_events WHERE project_id = ? AND decision = 1 AND sequence < ? ORDER BY sequence DESC LIMIT ?',
    );
    this.#about = database.prepare(
      `SELECT e.event FROM board_touched AS t JOIN board_events AS e USING (sequence)
       WHERE t.project_id = ? AND t.kind = ? AND t.id = ? ORDER BY t.sequence DESC LIMIT ?`,
    );
    this.#moments = database.prepare<[string], [number, string, number]>(
      'SELECT sequence, at, decision FROM board_events WHERE project_id = ? ORDER BY sequence',
    ).raw();
  }

  /** Every project, and every folder of pictures of which nobody has made one: those with the latest beginning first. */
  projects(): ProjectSummary[] {
    const assets = new Map(this.#folders.all().map(({ name, assets: n }) => [name, n]));
    const decisions = new Map(this.#decisionCounts.all().map(({ project_id, n }) => [project_id, n]));
    const owned = this.#names.all();
    const namesOf = new Map<string, string[]>();
    for (const { name, project_id } of owned) namesOf.set(project_id, [...(namesOf.get(project_id) ?? []), name]);
    const projects = this.#projects.all().map((record) => JSON.parse(record) as Project);
    const summaries = projects.sort((a, b) => compare(b.created_at ?? '', a.created_at ?? '') || compare(a.id, b.id)).map((project) => {
      return this.#summary(project, namesOf.get(project.id) ?? [], assets, decisions.get(project.id) ?? 0);
    });
    const taken = new Set(owned.map(({ name }) => name));
    const folders = [...assets].filter(([name]) => !taken.has(name)).sort(([a, m], [b, n]) => n - m || compare(a, b));
    const nothing = { id: null, type: null, description: null, archived_at: null, created_at: null, decisions: 0, columns: [] };
    return [...summaries, ...folders.map(([name, n]) => ({ ...nothing, name, assets: n, cover: this.#coverOf([name]) }))];
  }

  summary(project: Project, names: readonly string[]): ProjectSummary {
    const assets = new Map(this.#folders.all().map(({ name, assets: n }) => [name, n]));
    const decisions = this.#decisionCounts.all().find(({ project_id }) => project_id === project.id)?.n ?? 0;
    return this.#summary(project, names, assets, decisions);
  }

  #summary(project: Project, names: readonly string[], assets: ReadonlyMap<string, number>, decisions: number): ProjectSummary {
    const { id, name, type, description, archived_at, created_at } = project;
    const columns = columnsOf(project).map((column) => ({ id: column.id, name: column.name }));
    const count = names.reduce((sum, each) => sum + (assets.get(each) ?? 0), 0);
    return { id, name, type, description, archived_at, created_at, assets: count, decisions, cover: this.#coverOf(names), columns };
  }

  #coverOf(names: readonly string[]): string | null {
    const newest = names.flatMap((name) => this.#cover.get(name) ?? []).sort((a, b) => b.filed_sequence - a.filed_sequence);
    return newest[0]?.content_hash ?? null;
  }

  /** The project that has a name, or had it first; null when none has. */
  ownerOf(name: string): string | null {
    return this.#owner.get(name) ?? null;
  }

  /** Whether something of a board was said in a story. */
  hasStory(story: string): boolean {
    return this.#ofStory.get(story) !== undefined;
  }

  /** How many decisions were taken up to a sequence. */
  decisionCount(projectId: string, upTo: number): number {
    return this.#decisionCount.get(projectId, upTo) ?? 0;
  }

  /** Decisions, newest first, before a sequence. */
  decisions(projectId: string, before: number | null, limit: number): DecisionsPage {
    const rows = this.#decisions.all(projectId, before ?? Number.MAX_SAFE_INTEGER, limit);
    const events = rows.map(({ event }) => JSON.parse(event) as RecordedEvent);
    return { events, next_before: events.length < limit ? null : (events.at(-1)?.sequence ?? null) };
  }

  /** What happened to one item, newest first, before a sequence. */
  history(projectId: string, kind: string, id: string, before: number | null, limit: number): ItemHistoryPage {
    const rows = this.#about.all(projectId, kind, id, lookedBack);
    const events = rows.reverse().map(({ event }) => JSON.parse(event) as RecordedEvent);
    const found = itemHistory(kind, id, events).reverse().filter(({ sequence }) => before === null || sequence < before);
    const items = found.slice(0, limit);
    return { items, next_before: found.length > limit ? (items.at(-1)?.sequence ?? null) : null };
  }

  /** When something of a project changed, oldest first: decisions before all else, where there are too many. */
  moments(projectId: string): BoardMoment[] {
    const all = this.#moments.all(projectId);
    const wanted = all.length <= momentsAtMost ? all : all.filter(([, , decision]) => decision === 1);
    const each = Math.max(1, wanted.length / momentsAtMost);
    const thinned = Array.from({ length: Math.min(wanted.length, momentsAtMost) }, (_, i) => wanted[Math.floor(i * each)]);
    return thinned.flatMap((row) => (row === undefined ? [] : [{ sequence: row[0], at: row[1], decision: row[2] === 1 }]));
  }
}
