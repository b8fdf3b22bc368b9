import { parseEvent, type RecordedEvent } from '@shared/events/catalog';
import type { EventDraft } from '@shared/events/define-event';
import { stampEvent } from '@shared/events/envelope';
import { ratingBandsChanged, ratingCleared, ratingGiven } from '@shared/events/rating-events';
import { undoRequested } from '@shared/events/system-events';
import type { RatingBands } from '@shared/library/rating';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HistoryProjection } from '../../projections/history-projection';
import { HistoryQueries } from '../../projections/history-queries';
import { tempFolder } from '../../testing/temp-folder';
import { logIn } from '../../testing/test-log';
import { hashOf } from '../../testing/trees';
import type { OperationLog } from './ports';
import { undoService } from './undo-service';

const other: RatingBands = [20, 40, 60, 80];
const usual: RatingBands = [25, 45, 65, 80];

/** Ratings of a few pictures in a log of its own, and an undo service that answers. */
class Deciding {
  readonly events: RecordedEvent[] = [];
  readonly #own = new Map<string, number>();
  #bands = usual;
  #undos = 0;

  say(draft: EventDraft, cause?: RecordedEvent): RecordedEvent {
    const story = cause && { correlation_id: cause.correlation_id, causation_id: cause.event_id };
    const event = parseEvent(stampEvent(draft, { source: 'test', actor: 'user', ...story }));
    const recorded: RecordedEvent = { ...event, sequence: this.events.length + 1 };
    this.events.push(recorded);
    if (recorded.event_type === 'rating.given') this.#own.set(recorded.data.content_hash, recorded.data.stars);
    if (recorded.event_type === 'rating.cleared') this.#own.delete(recorded.data.content_hash);
    if (recorded.event_type === 'rating.bands_changed') this.#bands = recorded.data.bands;
    return recorded;
  }

  rate(name: string, stars: number, batch_id: string | null = null): RecordedEvent {
    const content_hash = hashOf(name);
    const before = this.own(name);
    if (stars > 0) return this.say(ratingGiven({ content_hash, stars, previous_stars: before, batch_id }));
    return this.say(ratingCleared({ content_hash, previous_stars: before ?? 1, batch_id }));
  }

  setBands(bands: RatingBands): RecordedEvent {
    return this.say(ratingBandsChanged({ change_id: `change ${this.events.length}`, bands, previous_bands: this.#bands, ratings_changed: 0 }));
  }

  own(name: string): number | null {
    return this.#own.get(hashOf(name)) ?? null;
  }

  get bands(): RatingBands {
    return this.#bands;
  }

  /** What is so now: all own ratings, and the limits. */
  get state(): string {
    return JSON.stringify([['a', 'b', 'c'].map((name) => this.own(name)), this.#bands]);
  }

  /** Undoes events, or another undo, or goes back to a moment; resolves with the id and what was said. */
  async undo(wish: { sequences?: number[]; of?: string; after?: number }): Promise<{ id: string; said: RecordedEvent[] }> {
    this.#undos += 1;
    const id = `undo ${this.#undos}`;
    const scope = wish.of !== undefined ? 'undo' : wish.after !== undefined ? 'moment' : 'batch';
    const ofUndo = this.events.filter(({ event_type, data }) => event_type.startsWith('rating.') && Reflect.get(data, 'undo_id') === wish.of);
    const sequences = wish.of === undefined ? (wish.sequences ?? []) : ofUndo.map(({ sequence }) => sequence);
    const asked = { sequences, after_sequence: wish.after ?? null, undone_undo_id: wish.of ?? null };
    const request = this.say(undoRequested({ undo_id: id, label: 'x', scope, ...asked }));
    const drafts: EventDraft[] = [];
    await undoService(this.log).handle(request, { publish: (draft) => drafts.push(draft) });
    return { id, said: drafts.map((draft) => this.say(draft, request)) };
  }

  get log(): OperationLog {
    return {
      at: (sequence) => this.events[sequence - 1] ?? null,
      about: (hash) => this.events.filter(({ subject }) => subject === hash),
      operationsAfter: (after, limit) => this.events.filter(({ sequence, event_type }) => sequence > after && event_type.startsWith('rating.')).slice(0, limit),
      ofUndo: (id) => this.events.filter((event) => Reflect.get(event.data, 'undo_id') === id),
      stackDecisions: () => this.events.filter(({ event_type }) => event_type === 'rating.stack_decided'),
      bandsChanges: () => this.events.filter(({ event_type }) => event_type === 'rating.bands_changed'),
      changedBy: () => 7,
    };
  }

  /** The history of these events, oldest first. */
  async history() {
    const { log } = logIn(tempFolder());
    await log.append(this.events);
    const database = new Database(':memory:');
    await new HistoryProjection(database, log.reader).follow();
    return new HistoryQueries(database, (hash) => ['a', 'b', 'c'].find((name) => hashOf(name) === hash) ?? '?');
  }
}

describe('undoing ratings and limits', () => {
  it('[R11] a rating that is undone is said again as it was before, and done again as it was then', async () => {
    const all = new Deciding();
    const first = all.rate('a', 3);
    const second = all.rate('a', 5);
    const undo = await all.undo({ sequences: [second.sequence] });
    expect(undo.said).toMatchObject([{ event_type: 'rating.given', data: { stars: 3, previous_stars: 5, undo_id: undo.id, batch_id: null } }]);
    const more = await all.undo({ sequences: [first.sequence] });
    expect(more.said).toMatchObject([{ event_type: 'rating.cleared', data: { previous_stars: 3 } }]);
    expect((await all.undo({ of: more.id })).said).toMatchObject([{ event_type: 'rating.given', data: { stars: 3, previous_stars: null } }]);
    expect((await all.undo({ of: undo.id })).said).toMatchObject([{ event_type: 'rating.given', data: { stars: 5, previous_stars: 3 } }]);
  });

  it('[R11] limits are moved back with the number of ratings that change', async () => {
    const all = new Deciding();
    const change = all.setBands(other);
    const undo = await all.undo({ sequences: [change.sequence] });
    expect(undo.said).toMatchObject([{ event_type: 'rating.bands_changed', data: { bands: usual, previous_bands: other, ratings_changed: 7, undo_id: undo.id } }]);
    expect((await all.undo({ of: undo.id })).said).toMatchObject([{ data: { bands: other, previous_bands: usual } }]);
  });

  it('[R12] what was rated otherwise since is refused with a sentence, and nothing is said of it', async () => {
    const all = new Deciding();
    const first = all.rate('a', 3);
    all.rate('a', 4);
    all.rate('b', 2);
    const { said } = await all.undo({ sequences: [first.sequence, 3] });
    expect(said).toMatchObject([
      { event_type: 'rating.cleared', data: { content_hash: hashOf('b') } },
      { event_type: 'asset.undo_refused', data: { reason: 'superseded', message: 'It was rated otherwise after that. Undo that first.', undone_event_id: first.event_id } },
    ]);
    expect((await all.undo({ sequences: [3] })).said).toMatchObject([{ event_type: 'asset.undo_refused', data: { reason: 'already_undone' } }]);
    all.setBands(other);
    all.setBands([10, 20, 30, 40]);
    expect((await all.undo({ sequences: [all.events.length - 1] })).said).toEqual([]);
  });

  it('[R11] ratings of one batch are one entry, those alone are each their own, and the labels say what was decided', async () => {
    const all = new Deciding();
    for (const name of ['a', 'b', 'c']) all.rate(name, 5, 'together');
    all.rate('a', 4);
    all.rate('a', 3);
    for (const [name, stars] of [['b', 1], ['c', 2]] as const) all.rate(name, stars, 'culling');
    all.rate('c', 0);
    all.setBands(other);
    const entries = (await all.history()).before(Number.MAX_SAFE_INTEGER, 100);
    expect(entries.map(({ label, scope, operations }) => `${label} (${scope}, ${operations})`)).toEqual([
      'Limits between the stars moved to 20, 40, 60, 80 (operation, 1)', 'Own rating of c cleared (operation, 1)', '2 pictures rated (batch, 2)',
      'a rated three stars (operation, 1)', 'a rated four stars (operation, 1)', '3 pictures rated five stars (batch, 3)',
    ]);
    const queries = await all.history();
    for (const entry of entries) expect(queries.entry(entry.id)).toEqual(entry);
  });

  it('[R11] whatever is rated, undone and done again, the last decision goes first, and each undo gives back what was so before', async () => {
    const acts = fc.array(fc.oneof(
      fc.record({ act: fc.constant('rate' as const), name: fc.constantFrom('a', 'b', 'c'), stars: fc.integer({ min: 0, max: 5 }) }),
      fc.record({ act: fc.constant('bands' as const), bands: fc.constantFrom(other, usual, [1, 2, 3, 4] as RatingBands) }),
      fc.record({ act: fc.constantFrom('undo' as const, 'redo' as const) }),
    ), { minLength: 1, maxLength: 14 });
    await fc.assert(fc.asyncProperty(acts, async (list) => {
      const all = new Deciding();
      /** The states before each decision that stands, and what the next undo that is taken back leads to. */
      const [before, after]: [string[], string[]] = [[], []];
      for (const each of list) {
        const { state } = all;
        if (each.act === 'rate' && (all.own(each.name) ?? 0) !== each.stars) {
          all.rate(each.name, each.stars);
          before.push(state);
          after.length = 0;
        } else if (each.act === 'bands' && each.bands !== all.bands) {
          all.setBands(each.bands);
          before.push(state);
          after.length = 0;
        } else if (each.act === 'undo' || each.act === 'redo') {
          const queries = await all.history();
          const entry = queries.latest(each.act);
          const from = each.act === 'undo' ? before : after;
          // An undo that something was decided on top of is still offered, and refused.
          if (each.act === 'redo' && from.length === 0) continue;
          expect(entry === null).toBe(from.length === 0);
          if (entry === null) continue;
          const sequences = queries.inEffect(entry);
          const { said } = await all.undo(entry.undo_id === null ? { sequences } : { of: entry.undo_id });
          expect(said.map(({ event_type }) => event_type.startsWith('rating.'))).toEqual([true]);
          expect(all.state).toBe(from.pop());
          (each.act === 'undo' ? after : before).push(state);
        }
      }
    }), { numRuns: 25 });
  }, 30_000);

  it('[R15] back to any moment, every rating and the limits are as they were then, and the history agrees', async () => {
    const acts = fc.array(fc.oneof(
      fc.record({ act: fc.constant('rate' as const), name: fc.constantFrom('a', 'b', 'c'), stars: fc.integer({ min: 0, max: 5 }) }),
      fc.record({ act: fc.constant('bands' as const), bands: fc.constantFrom(other, usual, [1, 2, 3, 4] as RatingBands) }),
      fc.record({ act: fc.constant('back' as const), at: fc.nat() }),
    ), { minLength: 1, maxLength: 12 });
    await fc.assert(fc.asyncProperty(acts, async (list) => {
      const all = new Deciding();
      const states = [{ at: 0, state: all.state }];
      for (const each of list) {
        if (each.act === 'rate' && (all.own(each.name) ?? 0) !== each.stars) all.rate(each.name, each.stars);
        if (each.act === 'bands' && each.bands !== all.bands) all.setBands(each.bands);
        if (each.act === 'back') {
          const then = states[each.at % states.length]!;
          const { said } = await all.undo({ after: then.at });
          expect(said.every(({ event_type }) => event_type.startsWith('rating.'))).toBe(true);
          expect(all.state).toBe(then.state);
        }
        states.push({ at: all.events.length, state: all.state });
      }
      // The history counts as many decisions in effect as there are, undone ones apart.
      const { state } = all;
      const queries = await all.history();
      const decisions = queries.before(Number.MAX_SAFE_INTEGER, 100).filter(({ scope }) => scope !== 'undo');
      for (const entry of decisions.filter(({ operations, undone }) => operations > undone)) {
        const { said } = await all.undo({ sequences: queries.inEffect(entry) });
        expect(said.map(({ event_type }) => event_type.startsWith('rating.'))).toEqual([true]);
      }
      expect(JSON.parse(all.state)).toEqual([[null, null, null], usual]);
      expect(state).toBe(states.at(-1)?.state);
    }), { numRuns: 25 });
  }, 30_000);
});
