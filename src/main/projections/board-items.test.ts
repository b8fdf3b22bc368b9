import { conceptProposed } from '@shared/events/board-events';
import type { RecordedEvent } from '@shared/events/catalog';
import { characterDefined, projectCreated, styleChosen } from '@shared/events/creative-events';
import { expect, it } from 'vitest';
import { eventFrom } from '../testing/sample-events';
import { BoardItems } from './board-items';
import { BoardProjection } from './board-projection';
import { openMemoryProjections } from './open-projections';

const moth = { character_id: 'moth', character_type: 'protagonist' } as const;

it('[D87] what stands on any board is told by the name that holds now, the newest first, so many at most', async () => {
  const events: RecordedEvent[] = [
    projectCreated({ project_id: 'p', project_name: 'Lantern Harbor' }),
    projectCreated({ project_id: 'q', project_name: 'Tea house' }),
    characterDefined({ ...moth, project_id: 'p', character_name: 'Moth' }),
    styleChosen({ project_id: 'q', style_name: 'Ink wash', style_category: 'visual' }),
    conceptProposed({ project_id: 'q', concept_id: 't', concept_type: 'scene', concept_name: 'The tide', description: 'Water on the steps.' }),
    characterDefined({ ...moth, project_id: 'p', character_name: 'Moth-7', version: 2 }),
  ].map((draft, i) => ({ ...eventFrom(draft, { correlation_id: 'story' }), sequence: i + 1 }));
  const after = (sequence: number, limit: number) => events.filter((event) => event.sequence > sequence).slice(0, limit);
  const database = openMemoryProjections();
  await new BoardProjection(database, {
    after, archivedTo: 0, lastSequence: events.length,
    find: ({ types, after: from = 0, limit }) =>
      after(from, events.length).filter(({ event_type }) => types?.includes(event_type)).slice(0, limit),
  }).follow();
  const items = new BoardItems(database);
  expect(items.all(10)).toEqual([
    { kind: 'concept', id: 't', name: 'The tide', project_id: 'q' },
    { kind: 'style', id: expect.any(String), name: 'Ink wash', project_id: 'q' },
    { kind: 'character', id: 'moth', name: 'Moth-7', project_id: 'p' },
  ]);
  expect(items.all(1)).toHaveLength(1);
});
