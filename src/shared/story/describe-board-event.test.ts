import { expect, it } from 'vitest';
import { cardPlaced, cardRemoved, columnAdded, columnRemoved, revisionRemoved } from '../events/board-events';
import type { EventDraft } from '../events/define-event';
import { eventFrom } from '../../main/testing/sample-events';
import { english, type Language, speak } from '../language/language';
import { describeEvent } from './describe-event';

const uuid = '0198c0de-4f2a-7cc1-9d53-2f1d4f3a8e10';
const card = { project_id: 'p', card_kind: 'note', card_id: uuid, rank: 'V' };
const told = (draft: EventDraft, columns?: (project: string, column: string) => string | null) => {
  const { title, detail } = describeEvent(eventFrom(draft), { columns });
  return [title, detail];
};

it('[D260] a card that was put somewhere is told by the column’s name, which the board knows where the event does not say it', () => {
  expect(told(cardPlaced({ ...card, card_title: 'Fog', column_id: uuid, column_name: 'Edit' }))).toEqual(['Fog placed in Edit', 'A card for a note']);
  const boards = (project: string, column: string) => (project === 'p' && column === uuid ? 'Final cut' : null);
  expect(told(cardPlaced({ ...card, card_title: 'Fog', column_id: uuid }), boards)).toEqual(['Fog placed in Final cut', 'A card for a note']);
  expect(told(cardPlaced({ ...card, card_title: 'Fog', column_id: uuid, previous_column_name: 'Idea' }), boards)).toEqual(['Fog moved to Final cut', 'From Idea']);
  expect(told(cardPlaced({ ...card, card_title: 'Fog', column_id: 'in_progress' }))[0]).toBe('Fog placed in In progress');
});

it('[D260] where nobody knows the name, no id is told in its place', () => {
  const { rank: _, ...taken } = card;
  const titles = [
    told(cardPlaced({ ...card, column_id: uuid })),
    told(cardPlaced({ ...card, column_id: uuid, previous_column_name: 'Idea' }), () => null),
    told(cardRemoved(taken)),
    told(columnAdded({ project_id: 'p', column_id: uuid, column_name: '', rank: 'V' })),
    told(columnRemoved({ project_id: 'p', column_id: uuid, column_name: '', cards_to_column_id: uuid, cards_to_column_name: '' })),
    told(revisionRemoved({ project_id: 'p', item_kind: 'style', item_id: uuid, revision_event_id: uuid })),
  ];
  expect(titles).toEqual([
    ['A card placed on the board', 'A card for a note'],
    ['A card moved to another column', 'From Idea'],
    ['A card taken off the board', 'The note itself is kept'],
    ['Column added', null],
    ['Column removed', 'Its cards stand in another column now'],
    ['A version was taken back', 'The style is again as it was before'],
  ]);
});

it('[D260] a column that every board begins with is said in the language that is spoken', () => {
  const german: Language = { tag: 'de', messages: { Review: 'Prüfung', '{card} placed in {column}': '{card} steht jetzt in {column}' } };
  speak(german);
  const [title] = told(cardPlaced({ ...card, card_title: 'Fog', column_id: 'review', column_name: 'Review' }));
  speak(english);
  expect(title).toBe('Fog steht jetzt in Prüfung');
});
