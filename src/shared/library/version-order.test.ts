import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareVersions, isLater, parseVersion } from './version-order';

const versionOf = (text: string) => parseVersion(text)!;

it('[D277] versions are ordered as semver.org says', () => {
  const inOrder = [
    '0.0.1', '0.9.9', '1.0.0-0', '1.0.0-1', '1.0.0-10', '1.0.0-9a', '1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta', '1.0.0-beta.2',
    '1.0.0-beta.11', '1.0.0-rc.1', '1.0.0', '1.0.1', '1.2.0', '1.10.0', '2.0.0-a', '2.0.0', '10.0.0',
  ];
  expect(inOrder.toReversed().toSorted((a, b) => compareVersions(versionOf(a), versionOf(b)))).toEqual(inOrder);
  expect(compareVersions(versionOf('1.0.0+one'), versionOf('1.0.0+two.9'))).toBe(0);
  expect([isLater('0.4.0', '0.3.0'), isLater('0.3.0', '0.3.0'), isLater('0.4.0-beta.1', '0.4.0'), isLater('9', '0.3.0'), isLater('9.0.0', 'unknown')])
    .toEqual([true, false, false, false, false]);
});

it('[D277] what is no version is none', () => {
  const none = ['', '1', '1.2', 'v1.2.3', '01.2.3', '1.2.3-', '1.2.3-01', '1.2.3-a..b', '1.2.3+', '1.2.3 ', ' 1.2.3', '1.2.3.4', '-1.2.3', '__proto__', '1.2.3-é', '1.2.3\n',
    `1.2.${'9'.repeat(16)}`, `1.2.3-${'a'.repeat(200)}`];
  expect(none.filter((text) => parseVersion(text) !== null)).toEqual([]);
  expect(parseVersion('1.2.3-beta.11+5114f85')).toEqual({ core: [1, 2, 3], before: ['beta', 11] });
});

it('[D277] the order is total: it agrees with itself in both directions and through a third', () => {
  const part = fc.oneof(fc.nat(20).map(String), fc.constantFrom('a', 'b', 'alpha', 'rc', '-', 'A', '1a'));
  const version = fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2), fc.array(part, { maxLength: 3 }))
    .map(([a, b, c, label]) => versionOf(`${a}.${b}.${c}${label.length > 0 ? `-${label.join('.')}` : ''}`));
  fc.assert(fc.property(version, version, version, (a, b, c) => {
    expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0);
    if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
  }));
});
