import type { RecordedEvent } from '@shared/events/catalog';
import { describe, expect, it } from 'vitest';
import { nothingUndone, undoAfter, undoInWords } from './undo-progress';

const event = (event_type: string, data: object = {}) => ({ event_type, data }) as RecordedEvent;
const after = (...events: RecordedEvent[]) => events.reduce(undoAfter, nothingUndone);
const refused = event('asset.undo_refused', { message: 'It was changed.' });
const asked = event('asset.undo_requested');

describe('how far an undo has come', () => {
  it('[V75] counts what is undone, refused and to go, and keeps the first reason', () => {
    const progress = after(event('undo.requested'), asked, asked, asked, asked, event('asset.unfiled'), refused, event('asset.undo_refused', { message: 'Other.' }));
    expect(progress).toEqual({ requested: 4, done: 1, refused: 2, because: 'It was changed.' });
    expect(undoInWords(progress)).toBe('1 operation undone, 2 refused, 1 to go');
  });

  it('[V75] what was left out from the beginning is refused, too', () => {
    expect(undoInWords(after(event('undo.requested'), refused))).toBe('0 operations undone, 1 refused');
  });

  it('[R11] a rating that is said again at once counts as done, and the file that follows it for nothing', () => {
    const followed = event('asset.refiled', { reason: 'rating' });
    const progress = after(event('undo.requested'), event('rating.given', {}), event('rating.cleared', {}), followed, followed);
    expect(undoInWords(progress)).toBe('2 operations undone');
  });

  it('[V75] an undo that was taken back is done again', () => {
    expect(undoInWords(after(asked, asked, event('asset.organized'), event('asset.refiled', { reason: 'undo' })), true)).toBe('2 operations done again');
  });
});
