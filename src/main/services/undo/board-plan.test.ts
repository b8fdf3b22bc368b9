import {
  actRedone, actUndone, cardPlaced, cardRemoved, columnAdded, columnMoved, columnRemoved, columnRenamed, conceptProposed, noteRemoved,
  noteWritten, projectArchived, projectDescribed, projectRenamed, projectReopened, revisionRemoved,
} from '@shared/events/board-events';
import { parseEvent, type RecordedEvent } from '@shared/events/catalog';
import { characterDefined, conceptApproved, contextUpdated, projectCreated, styleChosen } from '@shared/events/creative-events';
import type { EventDraft } from '@shared/events/define-event';
import { stampEvent } from '@shared/events/envelope';
import { isAct } from '@shared/library/board-acts';
import { newProject } from '@shared/library/board-fold-project';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PastRecords } from '../../projections/board-moments';
import { hashOf } from '../../testing/trees';
import { planActs, planMomentOfActs } from './board-plan';
import type { UndoStep } from './undo-plan';

const id = { project_id: 'p' };

/** A board of one project with its log; an undo is carried out as the service would. */
class Board {
  readonly events: RecordedEvent[] = [];
  records = new PastRecords(null);

  say(draft: EventDraft, story?: string): RecordedEvent {
    const event = parseEvent(stampEvent(draft, { source: 'test', actor: 'user', ...(story !== undefined && { correlation_id: story }) }));
    const recorded: RecordedEvent = { ...event, sequence: this.events.length + 1 };
    this.events.push(recorded);
    this.records.fold(recorded);
    return recorded;
  }

  carryOut(steps: readonly UndoStep[]): RecordedEvent[] {
    return steps.flatMap((step) => {
      if (step.kind !== 'turn') return [];
      const turned = { ...id, undo_id: 'u', act_event_id: step.act.event_id, act_sequence: step.act.sequence, undone_event_id: step.event.event_id };
      return [this.say((step.again ? actRedone : actUndone)(turned))];
    });
  }

  undo(...wanted: readonly RecordedEvent[]): RecordedEvent[] {
    return this.carryOut(planActs(this.events, wanted));
  }

  refusal(...wanted: readonly RecordedEvent[]): string[] {
    return planActs(this.events, wanted).map((step) => (step.kind === 'left_out' ? step.message : step.kind));
  }

  /** Everything that is on the board, but not when a project was last touched, nor that one is known by its id alone. */
  get state(): string {
    const unknown = JSON.stringify(newProject('p'));
    const items = (['project', 'style', 'character', 'concept', 'note', 'context'] as const).map((kind) =>
      this.records.all(kind).map(({ id: item, record }) => [item, { ...record, sequence: 0 }] as const)
        .filter(([, record]) => JSON.stringify(record) !== unknown).sort(([a], [b]) => (a < b ? -1 : 1)));
    const places = cards.map(({ card_kind: kind, card_id }) => this.records.place('p', { kind, id: card_id }) ?? null);
    return JSON.stringify([items, places]);
  }
}

const cards = (['a', 'b'] as const).flatMap((card_id) => (['note', 'style', 'asset'] as const).map((card_kind) => ({ card_kind, card_id })));
const words = { concept_type: 'scene', concept_name: 'The tide', description: 'They return.' } as const;
const one = fc.constantFrom('a', 'b');
const column = fc.constantFrom('idea', 'review', 'edit', 'cut');
const look = fc.constantFrom(...cards);

/** Anything that can be said of a board, by people and by programs that know less of it. */
const acts: fc.Arbitrary<(board: Board) => EventDraft> = fc.oneof(
  fc.constant(() => projectCreated({ ...id, project_name: 'harbor', initial_context: { light: 'lanterns' } })),
  one.map((name) => () => projectRenamed({ ...id, project_name: `harbor ${name}` })),
  one.map((text) => () => projectDescribed({ ...id, description: text, project_type: null })),
  fc.constant(() => projectArchived({ ...id, project_name: 'harbor' })),
  fc.constant(() => projectReopened({ ...id, project_name: 'harbor' })),
  fc.tuple(one, one).map(([name, other]) => () => styleChosen({ ...id, style_name: name, style_category: 'visual', alternatives_considered: [other] })),
  fc.tuple(one, fc.integer({ min: 1, max: 9 })).map(([who, version]) => () =>
    characterDefined({ ...id, character_id: who, character_name: who, character_type: 'supporting', version })),
  one.map((key) => () => contextUpdated({ ...id, context_type: 'visual', update_type: 'modification', context_key: key === 'a' ? 'light' : key, new_value: key })),
  fc.constant(() => contextUpdated({ ...id, context_type: 'visual', update_type: 'removal', context_key: 'light', new_value: null })),
  one.map((concept_id) => () => conceptProposed({ ...id, concept_id, ...words })),
  one.map((concept_id) => () => conceptApproved({ ...id, concept_id, ...words })),
  fc.tuple(one, one).map(([note_id, text]) => () => noteWritten({ ...id, note_id, text })),
  one.map((note_id) => () => noteRemoved({ ...id, note_id })),
  fc.tuple(column, fc.constantFrom('C', 'P')).map(([column_id, rank]) => () => columnAdded({ ...id, column_id, column_name: column_id, rank })),
  fc.tuple(column, one).map(([column_id, column_name]) => () => columnRenamed({ ...id, column_id, column_name })),
  fc.tuple(column, fc.constantFrom('D', 'Q')).map(([column_id, rank]) => () => columnMoved({ ...id, column_id, column_name: '', rank })),
  fc.tuple(column, column).map(([column_id, to]) => () =>
    columnRemoved({ ...id, column_id, column_name: '', cards_to_column_id: to, cards_to_column_name: to })),
  fc.tuple(look, column, fc.constantFrom('E', 'R')).map(([card, column_id, rank]) => () => cardPlaced({ ...id, ...card, column_id, rank })),
  look.map((card) => () => cardRemoved({ ...id, ...card })),
  fc.nat(50).map((which) => ({ events }: Board) => {
    const versions = events.filter(({ event_type }) => ['style.chosen', 'character.defined', 'concept.proposed'].includes(event_type));
    const version = versions[which % Math.max(1, versions.length)];
    const [kind, item] = version?.event_type === 'style.chosen' ? ['style', version.data.style_name] : version?.event_type === 'character.defined'
      ? ['character', version.data.character_id] : ['concept', version?.event_type === 'concept.proposed' ? version.data.concept_id : 'a'];
    return revisionRemoved({ ...id, item_kind: kind, item_id: item, revision_event_id: version?.event_id ?? 'none' });
  }),
);

function boardWith(...drafts: readonly EventDraft[]): { readonly board: Board; readonly said: RecordedEvent[] } {
  const board = new Board();
  return { board, said: drafts.map((draft) => board.say(draft)) };
}

const created = projectCreated({ ...id, project_name: 'harbor' });
const moth = (version: number) => characterDefined({ ...id, character_id: 'moth', character_name: 'Moth-7', character_type: 'protagonist', version });

describe('[D140] what was done on a board', () => {
  it('[D140] undone in reverse order, leaves the board as it was at every step; done again, as it became', () => {
    fc.assert(fc.property(fc.array(acts, { minLength: 1, maxLength: 25 }), (all) => {
      const board = new Board();
      const states = [board.state];
      const said = all.map((act) => {
        const event = board.say(act(board));
        states.push(board.state);
        return event;
      });
      const undone = said.toReversed().map((event, at) => {
        const [turn] = board.undo(event);
        expect(board.state).toBe(states[states.length - 2 - at]);
        return turn!;
      });
      undone.toReversed().forEach((turn, at) => {
        board.undo(turn);
        expect(board.state).toBe(states[at + 1]);
      });
    }), { numRuns: 150 });
  });

  it('[D140] taken back to any moment, is as it was then, whatever was undone and done again before', () => {
    const step = fc.oneof({ weight: 3, arbitrary: acts }, { weight: 1, arbitrary: fc.nat(100) });
    fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), fc.nat(1_000), (all, some) => {
      const board = new Board();
      const states = [board.state];
      for (const each of all) {
        const before = board.events.length;
        if (typeof each === 'number') board.undo(...board.events.slice(each % Math.max(1, before)).slice(0, 1));
        else board.say(each(board));
        if (board.events.length > before) states.push(board.state);
      }
      const moment = some % states.length;
      board.carryOut(planMomentOfActs(board.events, moment));
      expect(board.state).toBe(states[moment]);
    }), { numRuns: 150 });
  });

  it('[D141] that something newer stands on is refused, and named', () => {
    const { board, said } = boardWith(created, moth(1), moth(2), columnAdded({ ...id, column_id: 'edit', column_name: 'Edit', rank: 'P' }));
    board.say(cardPlaced({ ...id, card_kind: 'character', card_id: 'moth', card_title: 'Moth-7', column_id: 'edit', column_name: 'Edit', rank: 'V' }));
    expect(board.refusal(said[1]!)).toEqual(['After that: Moth-7, version 2. Undo that first.']);
    expect(board.refusal(said[3]!)).toEqual(['After that: Moth-7 placed in Edit. Undo that first.']);
    expect(board.refusal(said[0]!)).toEqual(['After that: Moth-7 placed in Edit. Undo that first.']);
    expect(board.refusal(said[2]!)).toEqual(['turn']);
  });

  it('[D141] undone twice is refused; an undo is undone while nothing newer stands in its way and what it stood on counts', () => {
    const edit = columnAdded({ ...id, column_id: 'edit', column_name: 'Edit', rank: 'P' });
    const { board, said: [, added, placed] } = boardWith(created, edit, cardPlaced({ ...id, card_kind: 'note', card_id: 'n', column_id: 'edit', rank: 'V' }));
    const [unplaced] = board.undo(placed!);
    const [gone] = board.undo(added!);
    expect(board.refusal(placed!)).toEqual(['This was undone already.']);
    expect(board.refusal(unplaced!)).toEqual(['It stands on what is undone: Column added: Edit. Do that again first.']);
    board.undo(gone!);
    board.say(cardPlaced({ ...id, card_kind: 'note', card_id: 'n', column_id: 'idea', column_name: 'Idea', rank: 'V' }));
    expect(board.refusal(unplaced!)).toEqual(['Since then: A card placed in Idea. Undo that first.']);
    expect(board.refusal(gone!)).toEqual(['This undo was taken back already.']);
  });

  it('[D142] in one wish is undone as one; cards that went with a decision stay when it cannot be taken back', () => {
    const board = new Board();
    board.say(created);
    const style = styleChosen({ ...id, style_name: 'Sodium', style_category: 'visual' });
    const wish = [board.say(style, 'wish'), board.say(cardPlaced({ ...id, card_kind: 'style', card_id: 'sodium', column_id: 'approved', rank: 'V' }), 'wish')];
    const before = board.state;
    board.undo(...wish);
    expect(board.records.place('p', { kind: 'style', id: 'sodium' })).toBeUndefined();
    expect(board.records.get('p', 'style', 'sodium')).toBeUndefined();
    board.undo(...board.events.slice(-2));
    expect(board.state).toBe(before);
    board.say(style);
    expect(board.refusal(...wish)).toEqual(Array.from({ length: 2 }, () => 'After that: Style chosen: Sodium. Undo that first.'));
  });

  it('[D142] of ten thousand cards is planned at once, and back', () => {
    const board = new Board();
    board.say(created);
    const all = Array.from({ length: 10_000 }, (_, i): RecordedEvent => {
      const draft = cardPlaced({ ...id, card_kind: 'asset', card_id: hashOf(String(i)), column_id: 'idea', rank: 'V' });
      return { ...parseEvent(stampEvent(draft, { source: 'test', actor: 'user', correlation_id: 'all' })), sequence: i + 2 };
    });
    const began = performance.now();
    const steps = planActs([...board.events, ...all], all);
    expect(steps.filter(({ kind }) => kind === 'turn')).toHaveLength(10_000);
    expect(steps[0]?.event.sequence).toBe(10_001);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(all.every(isAct)).toBe(true);
  });
});
