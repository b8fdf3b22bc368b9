import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldChanges } from './board-diff';

const fields = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }));

describe('[D13] what changed between two versions', () => {
  it('[D13] is told field by field: objects by theirs, lists by what came and went', () => {
    const before = { name: 'Moth-7', looks: { hair: 'brass', eyes: { left: 'green' } }, traits: ['patient', 'literal'], gone: 1 };
    const after = { name: 'Moth-7', looks: { hair: 'copper', eyes: { left: 'green', right: 'blue' } }, traits: ['literal', 'afraid of rain'], come: true };
    expect(fieldChanges(before, after)).toEqual([
      { field: 'looks.hair', kind: 'changed', before: 'brass', after: 'copper' },
      { field: 'looks.eyes.right', kind: 'added', before: null, after: 'blue' },
      { field: 'traits', kind: 'removed', before: 'patient', after: null },
      { field: 'traits', kind: 'added', before: null, after: 'afraid of rain' },
      { field: 'gone', kind: 'removed', before: 1, after: null },
      { field: 'come', kind: 'added', before: null, after: true },
    ]);
    expect(fieldChanges({ order: [1, 2] }, { order: [2, 1] })).toEqual([{ field: 'order', kind: 'changed', before: [1, 2], after: [2, 1] }]);
    expect(fieldChanges({}, { constructor: 'x' })).toEqual([{ field: 'constructor', kind: 'added', before: null, after: 'x' }]);
  });

  it('[D13] nothing exactly when both say the same, and the other way round the opposite', () => {
    fc.assert(
      fc.property(fields, fields, (a, b) => {
        expect(fieldChanges(a, structuredClone(a))).toEqual([]);
        const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
        const changes = fieldChanges(a, b);
        const equal = (() => { try { expect(plain(a)).toEqual(plain(b)); return true; } catch { return false; } })();
        expect(changes.length === 0).toBe(equal);
        const opposite = { added: 'removed', removed: 'added', changed: 'changed' } as const;
        const turned = fieldChanges(b, a)
          .map((change) => ({ ...change, kind: opposite[change.kind], before: change.after, after: change.before }));
        const sorted = (list: readonly unknown[]) => list.map((each) => JSON.stringify(each)).sort();
        expect(sorted(turned)).toEqual(sorted(changes));
      }),
    );
  });
});
