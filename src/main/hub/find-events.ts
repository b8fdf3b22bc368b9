import type { RecordedEvent } from '@shared/events/catalog';
import { matchesPattern } from '@shared/events/pattern';
import { saysWords, wordsOf } from '@shared/library/event-words';
import type { EventQuery, LogReader } from '../log/log-reader';
import type { EventSearch, TypesLookedFor } from '../projections/event-search';

/** What a person looks for in the log. */
export interface EventWish extends EventQuery {
  /** Words that an event must say; each may be the beginning of a word. */
  readonly words?: string;
}

/**
 * Finds events by words and by everything that the log itself can be asked for: the newest first, or, when asked not to, those that
 * follow a place, the oldest first.
 */
export function findEvents(log: LogReader, search: EventSearch, { words = '', newestFirst = true, ...rest }: EventWish): RecordedEvent[] {
  const query = { ...rest, ...begunAt(log, rest) };
  const wanted = wordsOf(words);
  if (wanted.length === 0) return log.find({ ...query, newestFirst });
  const looked = { log, search, words, wanted, types: typesLookedFor(query), query };
  return newestFirst ? wordsBefore(looked) : wordsAfter(looked);
}

/** A clock may have been set back by as much while events were recorded. */
const clockMarginMs = 86_400_000;

/** Where a time begins in the log: nobody needs to look through all that is older, event by event. */
function begunAt(log: LogReader, { since, after = 0 }: EventQuery): Pick<EventQuery, 'after'> {
  if (since === undefined) return after === 0 ? {} : { after };
  return { after: Math.max(after, log.lastBefore(new Date(since.getTime() - clockMarginMs))) };
}

interface Looked {
  readonly log: LogReader;
  readonly search: EventSearch;
  readonly words: string;
  readonly wanted: readonly string[];
  readonly types: TypesLookedFor;
  readonly query: EventQuery;
}

/** What the word index can be asked of types, so that not every event that says the words has to be looked at. */
function typesLookedFor({ types, patterns = [] }: EventQuery): TypesLookedFor {
  const groups = [types ?? [], patterns.map((pattern) => pattern.replace(/\*$/, ''))];
  // A pattern without a word stands for everything.
  return groups.filter((group) => group.length > 0 && group.every((type) => wordsOf(type).length > 0));
}

/** The newest may not be taken in yet: they are few, and looked at one by one. */
const untakenAtOnce = 1_000;

function wordsBefore({ log, search, words, wanted, types, query }: Looked): RecordedEvent[] {
  const found: RecordedEvent[] = [];
  let before = query.before ?? log.lastSequence + 1;
  if (before > search.position + 1) {
    const untaken = log.find({ after: search.position, before, limit: untakenAtOnce, newestFirst: true });
    take(found, untaken, wanted, query);
    before = search.position + 1;
  }
  while (found.length < query.limit) {
    const sequences = search.find(words, before, query.limit, types);
    take(found, sequences.flatMap((sequence) => log.after(sequence - 1, 1)), wanted, query);
    const last = sequences.at(-1);
    if (last === undefined || sequences.length < query.limit || last <= (query.after ?? 0)) break;
    before = last;
  }
  return found;
}

function wordsAfter({ log, search, words, wanted, types, query }: Looked): RecordedEvent[] {
  const found: RecordedEvent[] = [];
  const end = query.before ?? Number.MAX_SAFE_INTEGER;
  let after = query.after ?? 0;
  while (found.length < query.limit && after < search.position) {
    const sequences = search.findAfter(words, after, query.limit, types);
    take(found, sequences.flatMap((sequence) => log.after(sequence - 1, 1)), wanted, query);
    after = sequences.length < query.limit ? search.position : (sequences.at(-1) ?? search.position);
    if (after >= end) return found;
  }
  if (found.length >= query.limit) return found;
  take(found, log.find({ after: Math.max(after, search.position), before: end, limit: untakenAtOnce }), wanted, query);
  return found;
}

function take(found: RecordedEvent[], events: readonly RecordedEvent[], wanted: readonly string[], query: EventQuery): void {
  for (const event of events) if (found.length < query.limit && saysWords(event, wanted) && fits(event, query)) found.push(event);
}

function fits(event: RecordedEvent, { after = 0, before = Number.MAX_SAFE_INTEGER, types, patterns = [], since }: EventQuery): boolean {
  if (event.sequence <= after || event.sequence >= before) return false;
  if (types && !types.includes(event.event_type)) return false;
  if (patterns.length > 0 && !patterns.some((pattern) => matchesPattern(pattern, event.event_type))) return false;
  return since === undefined || Date.parse(event.timestamp) >= since.getTime();
}
