import { describe, expect, it } from 'vitest';
import { commandOf } from '@shared/commands/all-commands';
import { actionOf, cullActionOf, decidingIds } from './cull-keys';

const none = { code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, more: Partial<typeof none> = {}) => cullActionOf({ key, ...none, ...more });

describe('keys of the layer for deciding', () => {
  it('[R62] one key is one decision', () => {
    expect(['0', '1', '2', '3', '4', '5'].map((key) => press(key))).toEqual([0, 1, 2, 3, 4, 5].map((stars) => ({ do: 'rate', stars })));
    expect(press('x')).toEqual({ do: 'rate', stars: 1 });
    expect(press('X', { shiftKey: true })).toEqual({ do: 'rate', stars: 1 });
    expect(press('6')).toBeNull();
  });

  it('[R62] digits are digits on keyboards that write them with the shift key', () => {
    expect(press('&', { code: 'Digit1' })).toEqual({ do: 'rate', stars: 1 });
    expect(press('à', { code: 'Digit0' })).toEqual({ do: 'rate', stars: 0 });
    expect(press('-', { code: 'Digit5' })).toEqual({ do: 'smaller' });
  });

  it('[R62] with Ctrl only the last decision is taken back; everything else keeps its own meaning', () => {
    expect(press('z', { ctrlKey: true })).toEqual({ do: 'take-back' });
    expect(press('z', { metaKey: true })).toEqual({ do: 'take-back' });
    expect(press('5', { ctrlKey: true })).toBeNull();
    expect(press('z', { ctrlKey: true, shiftKey: true })).toBeNull();
    expect(press('5', { altKey: true })).toBeNull();
    expect(press('Tab', { shiftKey: true })).toBeNull();
    expect(press('constructor')).toBeNull();
  });

  it('[D184] a command of the layer that was given another key is done by that one, and no more by its own', () => {
    const own = { 'deciding.take-back': ['$mod+y'], 'deciding.rate-1': ['d'], 'deciding.next': ['v'], 'library.rate-1': ['q'] };
    const with_ = (key: string, more: Partial<typeof none> = {}) => cullActionOf({ key, ...none, ...more }, own);
    expect([with_('y', { ctrlKey: true }), with_('u'), with_('d'), with_('x'), with_('v')])
      .toEqual([{ do: 'take-back' }, null, { do: 'rate', stars: 1 }, null, { do: 'next' }]);
    // Moving along keeps its keys; what was not changed has its own.
    expect([with_('ArrowRight'), with_(' '), with_('5'), with_('q')]).toEqual([{ do: 'next' }, null, { do: 'rate', stars: 5 }, null]);
  });

  it('[D184] every command of the layer does one thing in it, by the key that stands beside it', () => {
    const keyOf = (keys: string) => (keys === 'Space' ? ' ' : keys);
    for (const id of decidingIds) {
      for (const keys of commandOf(id).keys) expect(cullActionOf({ key: keyOf(keys), ...none }), `${id} ${keys}`).toEqual(actionOf(id));
    }
  });

  it('[R64] arrows go along the pictures, and with shift push them', () => {
    expect(press('ArrowRight')).toEqual({ do: 'next' });
    expect(press('ArrowRight', { shiftKey: true })).toEqual({ do: 'pan', x: -1, y: 0 });
  });
});
