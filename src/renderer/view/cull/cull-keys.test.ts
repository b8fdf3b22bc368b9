import { describe, expect, it } from 'vitest';
import { cullActionOf } from './cull-keys';

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

  it('[R64] arrows go along the pictures, and with shift push them', () => {
    expect(press('ArrowRight')).toEqual({ do: 'next' });
    expect(press('ArrowRight', { shiftKey: true })).toEqual({ do: 'pan', x: -1, y: 0 });
  });
});
