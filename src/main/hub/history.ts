import { access } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RecordedEvent } from '@shared/events/catalog';
import type { EventDraft } from '@shared/events/define-event';
import { undoRequested } from '@shared/events/system-events';
import { dateLocale, inEnglish, t } from '@shared/language/language';
import type { Said } from '@shared/language/said';
import { baseName } from '@shared/library/asset-record';
import { actTypes, isAct, isTurn, turnTypes } from '@shared/library/board-acts';
import { decisionTypes, isDecision } from '@shared/library/decisions';
import { type HistoryEntry, refusalsShown, type UndoPreview, type UndoRefusal, type UndoWish } from '@shared/library/history';
import type { RatingBands } from '@shared/library/rating';
import { changedThing, changeInWords, isChange } from '@shared/story/personal-changes';
import { uuidv7 } from 'uuidv7';
import type { Database } from 'better-sqlite3';
import type { Lifetime } from '../kernel/lifetime';
import type { ReportBug } from '../kernel/report-bug';
import type { EventLog } from '../log/event-log';
import type { LogReader } from '../log/log-reader';
import { actInWords, namedBy, ratedInWords, stackInWords } from '../projections/history-labels';
import { HistoryProjection } from '../projections/history-projection';
import { HistoryQueries, type LatestWish } from '../projections/history-queries';
import type { LibraryQueries } from '../projections/library-queries';
import { type ChangesAsked, inThisWindow, leftByMoment } from './history-changes';
import { fileHistory, operationTypes } from '../services/undo/file-operations';
import { planRequest, type UndoScope } from '../services/undo/plan-request';
import type { OperationLog } from '../services/undo/ports';
import type { UndoStep } from '../services/undo/undo-plan';

/** What a hub can do with what it did to files. */
export interface HubHistory {
  /** Imports, rounds of refiling and undos, newest first. */
  history(wish: { readonly before: number | null; readonly limit: number }): Promise<readonly HistoryEntry[]>;
  historyEntry(id: string): Promise<HistoryEntry | null>;
  /** What would be undone next, or which undo would be taken back next. */
  latestUndoable(direction: 'undo' | 'redo', wish?: LatestWish): Promise<HistoryEntry | null>;
  /** What would come of an undo. Nothing is touched; whether the bytes are the same is looked at when it is done. */
  previewUndo(wish: UndoWish): Promise<UndoPreview>;
  /** What Alice did with some files and has not been undone, by sequence. */
  operationsWith(contentHashes: readonly string[]): Promise<number[]>;
  /** The changes of settings and sources that a wish means, newest first; null when it means something else. @throws NothingToUndoError */
  changesBehind(wish: UndoWish): Promise<ChangesAsked | null>;
  /** Asks for an undo and resolves with its id, which is also its story's, once that is recorded. @throws NothingToUndoError */
  undo(wish: UndoWish): Promise<string>;
}

/** There is nothing that a wish could mean; the message is a sentence for the person. */
export class NothingToUndoError extends Error {
  override readonly name = 'NothingToUndoError';
}

export interface HistoryParts {
  /** Where the projections are. */
  readonly database: Database;
  readonly log: EventLog;
  readonly library: LibraryQueries;
  readonly lifetime: Lifetime;
  readonly reportBug: ReportBug;
  /** Says something on behalf of a person. */
  readonly say: (draft: EventDraft, storyId: string) => Promise<void>;
}

/** Files that are looked at before others get their turn. */
const atATime = 200;

/** What the undo service may ask the log, and how many measured ratings other limits would change. */
export function operationLog(log: LogReader, changedBy: (bands: RatingBands) => number = () => 0): OperationLog {
  return {
    at: (sequence) => log.after(sequence - 1, 1).find((event) => event.sequence === sequence) ?? null,
    about: (hash) => log.aboutSubject(hash),
    operationsAfter: (after, limit) => log.find({ types: [...operationTypes, ...decisionTypes, ...actTypes, ...turnTypes], after, limit }),
    ofUndo: (undoId) => log.ofStory(undoId),
    stackDecisions: () => log.find({ types: ['rating.stack_decided'], limit: Number.MAX_SAFE_INTEGER }),
    bandsChanges: () => log.find({ types: ['rating.bands_changed'], limit: Number.MAX_SAFE_INTEGER }),
    changedBy,
  };
}

export function openHistory({ database, log: eventLog, library, say, lifetime, reportBug }: HistoryParts): HubHistory {
  const log = eventLog.reader;
  const operations = operationLog(log);
  const projection = new HistoryProjection(database, log);
  const nameOf = (hash: string) => library.asset(hash)?.file_name ?? hash.slice(0, 12);
  const queries = new HistoryQueries(database, nameOf, (sequence) => operations.at(sequence));
  lifetime.add(() => projection.end());
  const takeIn = () => { projection.follow().catch((error: unknown) => { reportBug({ where: 'the history', error }); }); };
  eventLog.onCommit(takeIn);
  takeIn();

  const meaning = async (wish: UndoWish): Promise<UndoScope & { readonly label: Said }> => {
    const nothing = { after_sequence: null, undone_undo_id: null };
    switch (wish.kind) {
      case 'entry': {
        await projection.follow();
        const entry = queries.entry(wish.id);
        if (entry === null) throw new NothingToUndoError(t('There is no entry {id} in the history.', { id: wish.id }));
        const sequences = queries.inEffect(entry);
        if (sequences.length === 0) throw new NothingToUndoError(t('{entry}: all of it is undone already.', { entry: entry.label }));
        return { ...nothing, scope: entry.scope, label: () => queries.subject(wish.id), sequences, undone_undo_id: entry.undo_id };
      }
      case 'asset': {
        const name = library.asset(wish.content_hash)?.file_name ?? wish.content_hash.slice(0, 12);
        const sequences = fileHistory(log.aboutSubject(wish.content_hash)).inEffect.map(({ latest }) => latest.sequence);
        if (sequences.length === 0) throw new NothingToUndoError(t('Alice has done nothing with {name} that could be undone.', { name }));
        const label = () => (sequences.length === 1 ? t('{name} filed', { name }) : t('everything done with {name}', { name }));
        return { ...nothing, scope: 'asset', label, sequences };
      }
      case 'operations': {
        const [one, ...others] = wish.sequences;
        if (one === undefined) throw new NothingToUndoError(t('Nothing was chosen to be undone.'));
        const label = others.length > 0 ? labelOfAll(operations, wish.sequences, nameOf) : labelOf(operations, one, nameOf);
        return { ...nothing, scope: others.length > 0 ? 'batch' : 'operation', label, sequences: [...wish.sequences] };
      }
      case 'moment': {
        const [next] = log.after(wish.after_sequence, 1);
        if (next === undefined) throw new NothingToUndoError(t('Nothing has happened since then.'));
        const label = () => t('everything since {since}', {
          since: new Date(next.timestamp).toLocaleString(dateLocale(), { dateStyle: 'long', timeStyle: 'short' }),
        });
        return { ...nothing, scope: 'moment', label, sequences: [], after_sequence: wish.after_sequence };
      }
    }
  };

  const changesIn = ({ label, scope, sequences, undone_undo_id }: UndoScope & { readonly label: Said }): ChangesAsked | null => {
    const events = sequences.flatMap((at) => operations.at(at) ?? []);
    const [first] = events;
    if (first === undefined || !events.every(isChange) || (scope !== 'operation' && scope !== 'batch' && scope !== 'undo')) return null;
    const changes = events.map((event) => ({ event, overtaken: queries.isOvertaken(event.sequence) })).reverse();
    return { label, scope, undone_undo_id, changes };
  };

  /** Going back to a moment leaves settings and sources as they are: whoever keeps them takes each back by itself. */
  const changesLeft = async (after: number): Promise<UndoRefusal[]> => {
    await projection.follow();
    const events = queries.changesAfter(after).flatMap((sequence) => operations.at(sequence) ?? []);
    // Oldest first, so that the newest change of each thing is told.
    const newest = new Map(events.filter(isChange).toReversed().map((event) => [changedThing(event), event]));
    return [...newest.values()].map((event) => ({ content_hash: '', file_name: changeInWords(event), message: leftByMoment() }));
  };

  return {
    async history({ before, limit }) {
      await projection.follow();
      return queries.before(before ?? Number.MAX_SAFE_INTEGER, limit);
    },
    async historyEntry(id) {
      await projection.follow();
      return queries.entry(id);
    },
    async latestUndoable(direction, latest) {
      await projection.follow();
      return queries.latest(direction, latest);
    },
    async previewUndo(wish) {
      const scope = await meaning(wish);
      if (changesIn(scope) !== null) throw new NothingToUndoError(inThisWindow());
      const steps = await planRequest(scope, operations);
      const refused = await refusals(steps, library);
      const files = steps.filter(({ kind }) => kind === 'undo').length;
      const all = [...(wish.kind === 'moment' ? await changesLeft(wish.after_sequence) : []), ...refused];
      const counts = { operations: steps.length - refused.length, files, refused_count: all.length };
      return { label: scope.label(), ...counts, refused: all.slice(0, refusalsShown) };
    },
    async changesBehind(wish) {
      await projection.follow();
      return wish.kind === 'entry' || wish.kind === 'operations' ? changesIn(await meaning(wish)) : null;
    },
    async operationsWith(hashes) {
      const sequences: number[] = [];
      for (const [at, hash] of hashes.entries()) {
        if (at > 0 && at % atATime === 0) await nextTurn();
        sequences.push(...fileHistory(log.aboutSubject(hash)).inEffect.map(({ latest }) => latest.sequence));
      }
      return sequences;
    },
    async undo(wish) {
      const meant = await meaning(wish);
      const { label, scope, sequences, after_sequence, undone_undo_id } = meant;
      if (changesIn(meant) !== null) throw new NothingToUndoError(inThisWindow());
      await refuseOvertaken(meant, operations);
      const undo_id = uuidv7();
      const asked = { undo_id, scope, label: inEnglish(label), sequences: [...sequences], after_sequence, undone_undo_id };
      await say(undoRequested(asked), undo_id);
      return undo_id;
    },
  };
}

/** That limits or what was done on boards cannot be taken back is no event of a file, so it is said at once. @throws NothingToUndoError */
async function refuseOvertaken(scope: UndoScope, operations: OperationLog): Promise<void> {
  const events = scope.sequences.flatMap((at) => operations.at(at) ?? []);
  const noFile = events.length > 0 && events.every((event) => event.event_type === 'rating.bands_changed' || isAct(event) || isTurn(event));
  const steps = noFile ? await planRequest(scope, operations) : [];
  const [first] = steps;
  if (first?.kind === 'left_out' && steps.every(({ kind }) => kind === 'left_out')) throw new NothingToUndoError(first.said());
}

function labelOf(operations: OperationLog, sequence: number, nameOf: (hash: string) => string): Said {
  const event = operations.at(sequence);
  switch (event?.event_type) {
    case 'asset.organized':
      return () => t('{name} filed', { name: baseName(event.data.destination_path) });
    case 'rating.given':
    case 'rating.cleared': {
      const stars = event.event_type === 'rating.given' ? event.data.stars : 0;
      return () => ratedInWords({ pictures: 1, name: nameOf(event.data.content_hash), stars });
    }
    case 'asset.refiled':
      if (event.data.reason === 'rating') throw new NothingToUndoError(t('This file followed its rating. Undo the rating, and it goes back.'));
      return () => t('{name} refiled', { name: baseName(event.data.to_path) });
    case 'asset.unfiled':
      return () => t('{name} taken back', { name: baseName(event.data.file_path) });
    default: {
      const named = namedBy(event);
      if (named !== null) return named;
      throw new NothingToUndoError(
        t('Event {sequence} is no file operation, no rating, no setting and nothing done on a board, so it cannot be undone.', {
          sequence: String(sequence),
        }),
      );
    }
  }
}

function labelOfAll(operations: OperationLog, sequences: readonly number[], nameOf: (hash: string) => string): Said {
  const events = sequences.flatMap((sequence) => operations.at(sequence) ?? []);
  const stack = events.find(({ event_type }) => event_type === 'rating.stack_decided');
  if (stack?.event_type === 'rating.stack_decided' && events.every(isDecision)) return () => stackInWords(stack.data);
  if (events.length > 0 && events.every(isDecision)) {
    const given = new Set(events.map((event) => (event.event_type === 'rating.given' ? event.data.stars : 0)));
    const subjects = new Set(events.map(({ subject }) => subject ?? ''));
    const [[first = ''], [stars = 0]] = [[...subjects], [...given]];
    return () => ratedInWords({ pictures: subjects.size, name: nameOf(first), stars: given.size === 1 ? stars : null });
  }
  if (events.length > 0 && events.every(isChange)) {
    return () => t('{count, plural, one {# setting} other {# settings}} changed at once', { count: events.length });
  }
  const allFiled = events.length === sequences.length && events.every(({ event_type }) => event_type === 'asset.organized');
  return allFiled
    ? () => t('{count, plural, one {# file} other {# files}} filed', { count: sequences.length })
    : () => t('{count, plural, one {# operation} other {# operations}}', { count: sequences.length });
}

/** How many files are looked at on the disk at once. */
const lookAtOnce = 32;

/** What is refused and is about no file. */
const namesWithoutFile: Partial<Record<RecordedEvent['event_type'], Said>> = {
  'rating.bands_changed': () => t('The limits between the stars'), 'rating.stack_decided': () => t('The decision about a stack'),
};

/** What a plan leaves out, and what is bound to be refused because the file is not where it should be. */
async function refusals(steps: readonly UndoStep[], library: LibraryQueries): Promise<UndoRefusal[]> {
  const seen = new Set<string>();
  const refused: UndoRefusal[] = [];
  const rest = steps.values();
  const look = async () => {
    for (const step of rest) {
      const record = library.asset(step.content_hash);
      const file_name = record?.file_name ?? namesWithoutFile[step.event.event_type]?.() ?? (isAct(step.event) ? actInWords(step.event) : '');
      const first = step.kind === 'undo' && !seen.has(step.content_hash);
      seen.add(step.content_hash);
      // Only the first step of a file finds it where it lies now.
      const path = step.event.event_type === 'asset.unfiled' ? step.event.data.file_path : (record?.path ?? null);
      const problem = step.kind === 'left_out' ? step.said() : first ? await missing(path) : null;
      if (problem !== null) refused.push({ content_hash: step.content_hash, file_name, message: problem });
    }
  };
  await Promise.all(Array.from({ length: lookAtOnce }, look));
  return refused;
}

function missing(path: string | null): Promise<string | null> {
  if (path === null) return Promise.resolve(t('It is not filed at the moment.'));
  return access(path).then(() => null, () => t('It is not at {path} any more.', { path }));
}
