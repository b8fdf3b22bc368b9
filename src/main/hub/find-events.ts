import type { RecordedEvent } from '@shared/events/catalog';
import { matchesPattern } from '@shared/events/pattern';
import { saysWords, wordsOf } from '@shared/library/event-words';
import type { EventQuery, LogReader } from '../log/log-reader';
import type { EventSearch } from '../projections/event-search';

/** What a person looks for in the log, newest first. */
export interface EventWish extends Omit<EventQuery, 'newestFirst'> {
  /** Words that an event must say; each may be the beginning of a word. */
  readonly words?: string;
}

/** Finds events by words and by everything that the log itself can be asked for, newest first. */
export function findEvents(log: LogReader, search: EventSearch, { words = '', ...query }: EventWish): RecordedEvent[] {
  const wanted = wordsOf(words);
  if (wanted.length === 0) return log.find({ ...query, newestFirst: true });
  const found: RecordedEvent[] = [];
  const take = (events: readonly RecordedEvent[]) => {
    for (const event of events) if (found.length < query.limit && fits(event, query)) found.push(event);
  };
  let before = query.before ?? log.lastSequence + 1;
  // The newest may not be taken in yet: they are few, and looked at one by one.
  if (before > search.position + 1) {
    take(log.find({ after: search.position, before, limit: 1_000, newestFirst: true }).filter((event) => saysWords(event, wanted)));
    before = search.position + 1;
  }
  while (found.length < query.limit) {
    const sequences = search.find(words, before, query.limit);
    take(sequences.flatMap((sequence) => log.after(sequence - 1, 1)).filter((event) => saysWords(event, wanted)));
    const last = sequences.at(-1);
    if (last === undefined || sequences.length < query.limit || last <= (query.after ?? 0)) break;
    before = last;
  }
  return found;
}

function fits(event: RecordedEvent, { after = 0, types, patterns = [], since }: EventQuery): boolean {
  if (event.sequence <= after) return false;
  if (types && !types.includes(event.event_type)) return false;
  if (patterns.length > 0 && !patterns.some((pattern) => matchesPattern(pattern, event.event_type))) return false;
  return since === undefined || Date.parse(event.timestamp) >= since.getTime();
}
