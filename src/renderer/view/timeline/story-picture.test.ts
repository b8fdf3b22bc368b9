import { type EventType, parseEvent } from '@shared/events/catalog';
import { expect, it } from 'vitest';
import { pictureOf } from './story-picture';

const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];

const pictureIn = (event_type: EventType, data: object) => {
  const id = '00000000-0000-7000-8000-000000000001';
  const event = parseEvent({
    event_id: id, event_type, version: '1.0.0', timestamp: '2026-11-21T14:00:00.000Z', source: 'test', actor: 'user', correlation_id: id,
    causation_id: null, subject: null, data,
  });
  return pictureOf({ id, events: [{ ...event, sequence: 1 }] });
};

it('[V130] a story about no file shows the picture that it names, and none when it names none', () => {
  const card = { project_id: 'p', column_id: 'idea', rank: 'V' };
  const named = { project_id: 'p', style_name: 'Sodium', style_category: 'visual' };
  const compared = { comparison_id: 'c', winner_hash: second, loser_hash: first };
  expect({
    card: pictureIn('board.card_placed', { ...card, card_kind: 'asset', card_id: first }),
    note: pictureIn('board.card_placed', { ...card, card_kind: 'note', card_id: 'n' }),
    preferred: pictureIn('rating.compared', compared),
    draw: pictureIn('rating.compared', { ...compared, draw: true }),
    style: pictureIn('style.chosen', { ...named, reference_assets: ['a file of another program', second] }),
    described: pictureIn('style.chosen', named),
  }).toEqual({ card: first, note: null, preferred: second, draw: null, style: second, described: null });
});
