import { describe, expect, it } from 'vitest';
import { fromField, sinceInWords, sinceOf, toField } from './since';
import { catalogChoices, choicesFor } from './type-choices';

const patterns = (typed: string, chosen: readonly string[] = []) => choicesFor(typed, chosen).map(({ pattern }) => pattern);

describe('types to choose from', () => {
  it('[V47] offers each prefix before the types that it stands for, and none that stands for one', () => {
    const all = catalogChoices.map(({ pattern }) => pattern);
    expect(all.indexOf('asset.*')).toBe(all.indexOf('asset.detected') - 1);
    expect(all).toContain('hub.*');
    expect(all).not.toContain('style.*');
    expect(new Set(all).size).toBe(all.length);
  });

  it('[V47] offers what is typed when it could be a type of another version', () => {
    expect(patterns('Shot.*')[0]).toBe('shot.*');
    expect(patterns('asset.detected')).toEqual(patterns(''));
    for (const odd of ['shot', '.*', 'a..b', 'a.b c', '*', 'ü.x']) expect(patterns(odd)).toEqual(patterns(''));
  });

  it('[V47] keeps what is chosen in the list', () => {
    expect(patterns('', ['shot.*', 'asset.*']).slice(0, 2)).toEqual(['shot.*', 'asset.*']);
  });
});

describe('since', () => {
  const now = new Date(2026, 10, 21, 14, 37, 12);

  it('[V48] means a moment on the minute', () => {
    const local = (...parts: [number, number, number, number?, number?]) => new Date(...parts).toISOString();
    expect(sinceOf('all', now)).toBe(null);
    expect(sinceOf('today', now)).toBe(local(2026, 10, 21));
    expect(sinceOf('hour', now)).toBe(local(2026, 10, 21, 13, 37));
    expect(sinceOf('week', now)).toBe(local(2026, 10, 14, 14, 37));
  });

  it('[V48] is said with day and time, and with the year when it is another one', () => {
    expect(sinceInWords(new Date(2026, 10, 21, 14, 0).toISOString(), now)).toBe('21 November 14:00');
    expect(sinceInWords(new Date(2025, 0, 2, 3, 4).toISOString(), now)).toBe('2 January 2025 03:04');
  });

  it('[V48] goes into the field and comes out of it unchanged', () => {
    const since = sinceOf('hour', now);
    expect(toField(since)).toBe('2026-11-21T13:37');
    expect(fromField(toField(since))).toBe(since);
    expect([toField(null), fromField(''), fromField('2026-13-99T')]).toEqual(['', null, null]);
  });
});
