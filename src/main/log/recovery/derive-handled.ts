import type { Database } from 'better-sqlite3';

/**
 * Where a log says little of what its services have dealt with, its events do: what a service said, it said of the event
 * that was the cause. Those are not delivered to it again; all others beyond its checkpoint are.
 */
export function deriveHandled(database: Database, last: number): void {
  database
    .prepare(
      `INSERT OR IGNORE INTO handled (service, sequence)
       SELECT DISTINCT k.source, cause.sequence
       FROM events AS said
       JOIN kinds AS k ON k.id = said.kind AND k.actor = 'service:' || k.source
       JOIN events AS cause ON cause.event_id = said.causation_id
       LEFT JOIN checkpoints AS c ON c.service = k.source
       WHERE cause.sequence > ifnull(c.sequence, 0)`,
    )
    .run();
  // A checkpoint beyond the last event would hide events that are still to come.
  database.prepare('UPDATE checkpoints SET sequence = min(sequence, ?)').run(last - 1);
}
