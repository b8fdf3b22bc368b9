import { resolve } from 'node:path';
import type { RecordedEvent } from '@shared/events/catalog';
import { hashFile } from '../adapters/files/hash-file';
import type { LogReader } from '../log/log-reader';

/**
 * Every event about an asset that is named by its content hash or by a path: of the organized file, of the file in
 * the inbox, or of any copy. Oldest first; empty when the log knows nothing of it.
 */
export async function eventsOfAsset(log: LogReader, name: string): Promise<RecordedEvent[]> {
  if (/^[0-9a-f]{64}$/i.test(name)) return withStories(log, log.aboutSubject(name.toLowerCase()));
  const path = resolve(name);
  const named = log.find({ path, limit: 1_000 });
  if (named.length > 0) return withStories(log, named);
  const hash = await hashFile(path).then((found) => found.hash, () => null);
  return hash === null ? [] : withStories(log, log.aboutSubject(hash));
}

/** The events of every story that these events belong to: a story begins before its file has a hash. */
function withStories(log: LogReader, events: readonly RecordedEvent[]): RecordedEvent[] {
  const hashes = new Set(events.flatMap(({ subject }) => (subject === null ? [] : [subject])));
  const about = [...events, ...[...hashes].flatMap((hash) => log.aboutSubject(hash))];
  const stories = new Set(about.map(({ correlation_id }) => correlation_id));
  // An undo, or moved limits between the stars, are a story of many: what it tells of others is theirs.
  const own = (event: RecordedEvent) => event.subject === null || hashes.size === 0 || hashes.has(event.subject);
  const all = new Map([...stories].flatMap((story) => log.ofStory(story)).filter(own).map((event) => [event.sequence, event]));
  return [...all.values()].sort((a, b) => a.sequence - b.sequence);
}
