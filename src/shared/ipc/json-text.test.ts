import { describe, expect, it } from 'vitest';
import { asText, ofText } from './json-text';

describe('what passes to the window', () => {
  it('[D265] passes as text and arrives as it was', () => {
    for (const value of [{ ok: true, answer: { events: [{ data: { seed: '7', none: null } }] } }, 'text', '', [1, 2], null, 4]) {
      expect(typeof asText(value)).toBe('string');
      expect(ofText(asText(value))).toEqual(value);
    }
  });

  it('[D265] with rows of numbers it passes as it is: JSON would make objects of them', () => {
    const reply = { ok: true, answer: { sequence: 7, ids: Uint32Array.from([3, 1, 4_000_000_000]), ratios: new Uint16Array(0) } };
    expect(ofText(asText(reply))).toBe(reply);
    expect(ofText(structuredClone(asText(reply))).answer.ids).toEqual(reply.answer.ids);
  });
});
