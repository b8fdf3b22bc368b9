import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf, linesOf, orNull, pairsOf, textOf, valueOf } from './form-values';

describe('[D60] what is written in a form', () => {
  it('[D60] any value that programs wrote comes through a form as it was', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => {
      const value = JSON.parse(JSON.stringify(json)) as unknown;
      expect(valueOf(textOf(value))).toEqual(value);
    }));
    expect(['35', '"35"', '[1,2]', 'true', 'tall', '3 lamps', '{x}', '1.0'].map(valueOf)).toEqual([35, '35', [1, 2], true, 'tall', '3 lamps', '{x}', '1.0']);
  });

  it('[D60] lines of names and values become fields, without empty ones', () => {
    expect(fieldsOf([{ key: ' lens ', value: '35' }, { key: 'light', value: ' low sun' }, { key: '', value: 'x' }, { key: 'y', value: ' ' }]))
      .toEqual({ lens: 35, light: 'low sun' });
    expect(pairsOf({ lens: 35, mood: '35', list: ['a'] })).toEqual([
      { key: 'lens', value: '35' }, { key: 'mood', value: '"35"' }, { key: 'list', value: '["a"]' },
    ]);
    expect([linesOf(' patient \n\nliteral'), orNull('  '), orNull(undefined), orNull(' a ')]).toEqual([['patient', 'literal'], null, null, ' a ']);
  });
});
