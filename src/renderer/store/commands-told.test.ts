import { expect, it } from 'vitest';
import { markedNow, restsWhile } from './commands-told';
import { useView } from './use-view';

it('[D183] from the menu, too, only what is made for layers is done under one, and a text that is written keeps its own undo', () => {
  const under = (id: Parameters<typeof restsWhile>[1]) => restsWhile({ layer: true, deciding: false, writing: false }, id);
  expect([under('library.rate-1'), under('go.inbox'), under('edit.undo'), under('app.next-pane'), under('app.event-docs')])
    .toEqual([true, true, true, false, false]);
  const writing = (id: Parameters<typeof restsWhile>[1]) => restsWhile({ layer: false, deciding: false, writing: true }, id);
  const deciding = (id: Parameters<typeof restsWhile>[1]) => restsWhile({ layer: true, deciding: true, writing: false }, id);
  expect([deciding('deciding.rate-5'), under('deciding.rate-5'), deciding('app.palette'), deciding('library.rate-5'), deciding('app.next-pane')])
    .toEqual([false, true, false, true, false]);
  expect([writing('edit.undo'), writing('app.decide'), writing('library.rate-1'), writing('go.inbox')]).toEqual([true, true, false, false]);
});

it('[D182] what holds is known of the place, its parts, the list, the theme and a timeline that is held still', () => {
  const view = useView.getState();
  const off = { facts: false, film: false, undecided_only: false, auto_advance: true };
  expect(markedNow(view, null, off)).toEqual(['go.timeline', 'quality.scores', 'system.map', 'care.health', 'settings.theme-system']);
  const other = { ...view, place: 'library' as const, library: { ...view.library, view: 'list' as const, open: 'ab'.repeat(32) }, timeline: { ...view.timeline, paused_at: 3 } };
  expect(markedNow(other, { theme: 'dark', contrast: 'high' }, off)).toEqual([
    'go.library', 'timeline.pause', 'library.turn-view', 'library.inspector', 'quality.scores', 'system.map', 'care.health', 'settings.theme-dark', 'settings.high-contrast',
  ]);
});
