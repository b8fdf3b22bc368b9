import { asText } from '@shared/ipc/json-text';
import { viewMemorySchema } from '@shared/library/view-memory';
import { expect, it, vi } from 'vitest';
import { setLibrary, useView } from './use-view';
import { libraryTopAtStart, memoryOf, rememberView, timelineAtStart, tookUp, withMemory } from './use-view-memory';

const sight = { library_top: 7, timeline_at: Date.parse('2026-02-03T10:00:00Z') };

it('[V99] the last place, the open part of each place, panes and folded groups come back as they were left', () => {
  const { care, board } = useView.getState();
  const view = {
    ...useView.getState(), place: 'care' as const, care: { ...care, part: 'history' as const },
    board: { ...board, project_id: 'p', part: 'page' as const, text: 'words' },
  };
  const memory = memoryOf(view, { panes: { Inspector: 420, Sidebar: 0 }, folded: ['Projects'], recent: ['go.care'], columns: [{ project_id: 'p', column_id: 'idea', folded: true }], ...sight });
  expect(viewMemorySchema.parse(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
  const again = withMemory(useView.getState(), memory);
  expect([again.place, again.care.part, again.system.part, again.care.text]).toEqual(['care', 'history', 'map', '']);
  expect([again.board.project_id, again.board.part, again.board.text, memory.columns.length]).toEqual(['p', 'page', '', 1]);
});

it('[V99] what is kept of nothing is the beginning, and what does not fit is refused', () => {
  const first = viewMemorySchema.parse({});
  const nothing = { panes: {}, folded: [], recent: [], columns: [], library_top: null, timeline_at: null };
  expect(memoryOf(withMemory(useView.getState(), first), nothing)).toEqual(first);
  for (const broken of [{ place: 'nowhere' }, { panes: { a: -1 } }, { parts: { care: 'x' } }, { more: 1 }]) {
    expect(viewMemorySchema.safeParse(broken).success).toBe(false);
  }
});

it('[D217] words, filters, what is open and how far was scrolled come back, however much was typed', () => {
  const now = useView.getState();
  const hash = 'a'.repeat(64);
  const open = { story_id: 's', event_id: '01a2019a-2386-7b85-a1d4-0e28b6e7f73a' };
  const view = {
    ...now,
    library: { ...now.library, text: ` boats ${'y'.repeat(2_000)}`, filter: { stars: ['5'], made_from: '2026-01-01' }, open: hash },
    timeline: { ...now.timeline, families: ['asset' as const], text: 'x'.repeat(300), patterns: ['asset.*'], since: null, from: 12, open },
  };
  const memory = memoryOf(view, { panes: {}, folded: [], recent: [], columns: [], ...sight });
  expect(viewMemorySchema.parse(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
  const { library, timeline } = withMemory(now, memory);
  expect([library.text.slice(0, 6), library.text.length, library.filter, library.open]).toEqual(['boats ', 1_000, view.library.filter, hash]);
  expect(timeline).toMatchObject({ families: ['asset'], patterns: ['asset.*'], from: 12, since: null, open, text: 'x'.repeat(200) });
  expect([memory.library.top, memory.timeline.at]).toEqual([7, sight.timeline_at]);
});

it('[D217] the picture at the top is led to once, and not when a link has led elsewhere', async () => {
  const memory = viewMemorySchema.parse({ library: { open: null, top: 7 }, timeline: { at: 1_000 } });
  const call = (name: string) => Promise.resolve(asText({ ok: true as const, answer: name === 'view/memory' ? memory : null }));
  vi.stubGlobal('window', { alice: { call, on: () => undefined }, addEventListener: () => undefined });
  await rememberView();
  expect([libraryTopAtStart(), timelineAtStart()]).toEqual([7, 1_000]);
  setLibrary({ open: 'b'.repeat(64) });
  expect(libraryTopAtStart()).toBeNull();
  setLibrary({ open: null });
  tookUp('library_top');
  expect([libraryTopAtStart(), timelineAtStart()]).toEqual([null, 1_000]);
  vi.unstubAllGlobals();
});
