import { typesOfFamily } from '@shared/events/catalog';
import type { Database } from 'better-sqlite3';
import type { LogReader } from '../log/log-reader';
import { ratingsManifest } from '../services/ratings/ratings-service';
import { refilingManifest } from '../services/refiling/refiling-service';

/**
 * In a log of a version that had no ratings by people, all files lie where their measured ratings want them: the services that
 * follow ratings begin with the first one, and need not read what was before.
 */
export function beginWithFirstRating(database: Database, log: LogReader): void {
  const begin = database.prepare<[string, number]>('INSERT OR IGNORE INTO checkpoints (service, sequence) VALUES (?, ?)');
  const ran = database.prepare<[string]>('SELECT 1 FROM checkpoints WHERE service = ?');
  const fresh = [ratingsManifest, refilingManifest].filter(({ name }) => ran.get(name) === undefined);
  if (fresh.length === 0) return;
  const types = typesOfFamily('quality').filter((type) => type.startsWith('rating.'));
  const [first] = log.find({ types, limit: 1 });
  const before = first === undefined ? log.lastSequence : first.sequence - 1;
  for (const { name } of fresh) begin.run(name, before);
}
