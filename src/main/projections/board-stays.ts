import type { RecordedEvent } from '@shared/events/catalog';
import type { Database, Statement } from 'better-sqlite3';

interface OpenStay {
  readonly from_sequence: number;
  readonly filed_sequence: number;
  readonly project: string;
}

/** Keeps from when to when each picture was filed under which project's name, and how many are so now. */
export class BoardStays {
  readonly #open: Statement<[string], OpenStay>;
  readonly #begin: Statement<[string, number, number, string]>;
  readonly #end: Statement<[number, string, number]>;
  readonly #count: Statement<[string, number]>;

  constructor(database: Database) {
    this.#open = database.prepare(
      'SELECT from_sequence, filed_sequence, project FROM board_stays WHERE content_hash = ? AND until_sequence IS NULL',
    );
    this.#begin = database.prepare('INSERT INTO board_stays (content_hash, from_sequence, filed_sequence, project) VALUES (?, ?, ?, ?)');
    this.#end = database.prepare('UPDATE board_stays SET until_sequence = ? WHERE content_hash = ? AND from_sequence = ?');
    this.#count = database.prepare(
      'INSERT INTO board_folders (name, assets) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET assets = assets + excluded.assets',
    );
  }

  fold(event: RecordedEvent): void {
    switch (event.event_type) {
      case 'asset.organized':
      case 'asset.adopted':
        this.#endStay(event.data.content_hash, event.sequence);
        this.#beginStay(event.data.content_hash, event.sequence, event.sequence, event.data.project_name);
        return;
      case 'asset.refiled': {
        const { content_hash, project_name } = event.data;
        const open = this.#open.get(content_hash);
        if (open === undefined || open.project === project_name) return;
        this.#endStay(content_hash, event.sequence);
        this.#beginStay(content_hash, event.sequence, open.filed_sequence, project_name);
        return;
      }
      case 'asset.unfiled':
        this.#endStay(event.data.content_hash, event.sequence);
        return;
      default:
    }
  }

  #beginStay(hash: string, from: number, filed: number, project: string): void {
    this.#begin.run(hash, from, filed, project);
    this.#count.run(project, 1);
  }

  #endStay(hash: string, until: number): void {
    const open = this.#open.get(hash);
    if (open === undefined) return;
    this.#end.run(until, hash, open.from_sequence);
    this.#count.run(open.project, -1);
  }
}
