import { fieldChanges } from '@shared/library/board-diff';
import { expect, it } from 'vitest';
import { changesByField } from './changes-by-field';

it('[D266] a field is named once for all that became different in it, in the order of the version', () => {
  const before = { name: 'Moth', traits: ['patient', 'literal'], looks: { skin: 'brass' }, pictures: ['a'] };
  const after = { name: 'Moth-7', traits: ['patient', 'afraid', 'brave'], looks: { skin: 'tin' }, pictures: ['b', 'c'] };
  const told = changesByField(fieldChanges(before, after));
  expect(told.map(({ field }) => field)).toEqual(['name', 'traits', 'looks.skin', 'pictures']);
  expect(told.map(({ changes }) => changes.map((one) => one.before ?? one.after))).toEqual([
    ['Moth'], ['literal', 'afraid', 'brave'], ['brass'], ['a', 'b', 'c'],
  ]);
  expect(told.flatMap(({ changes }) => changes)).toHaveLength(fieldChanges(before, after).length);
});
