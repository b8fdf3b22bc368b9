import { viewMemorySchema } from '@shared/library/view-memory';
import { expect, it } from 'vitest';
import { useView } from './use-view';
import { memoryOf, withMemory } from './use-view-memory';

it('[V99] the last place, the open part of each place, panes and folded groups come back as they were left', () => {
  const { care, board } = useView.getState();
  const view = {
    ...useView.getState(), place: 'care' as const, care: { ...care, part: 'history' as const },
    board: { ...board, project_id: 'p', part: 'page' as const, text: 'words' },
  };
  const memory = memoryOf(view, { panes: { Inspector: 420, Sidebar: 0 }, folded: ['Projects'], recent: ['go.care'], columns: [{ project_id: 'p', column_id: 'idea', folded: true }] });
  expect(viewMemorySchema.parse(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
  const again = withMemory(useView.getState(), memory);
  expect([again.place, again.care.part, again.system.part, again.care.text]).toEqual(['care', 'history', 'map', '']);
  expect([again.board.project_id, again.board.part, again.board.text, memory.columns.length]).toEqual(['p', 'page', '', 1]);
});

it('[V99] what is kept of nothing is the beginning, and what does not fit is refused', () => {
  const first = viewMemorySchema.parse({});
  expect(memoryOf(withMemory(useView.getState(), first), { panes: {}, folded: [], recent: [], columns: [] })).toEqual(first);
  for (const broken of [{ place: 'nowhere' }, { panes: { a: -1 } }, { parts: { care: 'x' } }, { more: 1 }]) {
    expect(viewMemorySchema.safeParse(broken).success).toBe(false);
  }
});
