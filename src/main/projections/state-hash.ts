import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/** The tables that are folds of the log, with the order in which their rows are read. */
const folds = [
  ['assets', 'content_hash'],
  ['inbox', 'file_path'],
  ['statistics', 'day, event_type'],
  ['preferences', 'content_hash'],
  ['comparisons', 'sequence'],
  ['stack_decisions', 'decision_id'],
] as const;

/** SHA-256 over every row of every projection: equal states have equal hashes. Caches do not count. */
export function stateHash(database: Database): string {
  const digest = createHash('sha256');
  for (const [table, order] of folds) {
    digest.update(`${table}\n`);
    for (const row of database.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).raw().iterate()) {
      digest.update(JSON.stringify(row));
    }
  }
  return digest.digest('hex');
}
