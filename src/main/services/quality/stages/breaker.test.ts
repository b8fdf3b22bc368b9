import { expect, it } from 'vitest';
import { Breaker } from './breaker';

function breaker() {
  let now = 0;
  const one = new Breaker({ failures: 5, firstPauseMs: 1_000, longestPauseMs: 3_500 }, () => now);
  const fail = (times: number) => { for (let i = 0; i < times; i += 1) one.failed('it burns.'); };
  return { one, fail, pass: (ms: number) => { now += ms; } };
}

it('[R23] five failures in a row begin a pause, a success in between does not let it come to that', () => {
  const { one, fail } = breaker();
  fail(4);
  one.succeeded();
  fail(4);
  expect(one.enter()).toBeNull();
  fail(1);
  expect(one.enter()).toBe('It failed 5 times in a row and is left alone for 1 second more. The last time: it burns.');
});

it('[R23] after the pause one picture tries it, and what comes of that decides', () => {
  const { one, fail, pass } = breaker();
  fail(5);
  pass(1_000);
  expect(one.enter()).toBeNull();
  expect(one.enter()).toMatch(/left alone until one picture has tried it/);
  one.left();
  expect(one.enter()).toBeNull();
  one.succeeded();
  expect([one.enter(), one.enter()]).toEqual([null, null]);
});

it('[R23] each try that fails doubles the pause, up to the longest; those that were under way do not', () => {
  const { one, fail, pass } = breaker();
  fail(9);
  pass(999);
  expect(one.enter()).toMatch(/for 1 second more/);
  pass(1);
  for (const pause of [2_000, 3_500, 3_500]) {
    expect(one.enter()).toBeNull();
    fail(3);
    pass(pause - 1);
    expect(one.enter()).toMatch(/left alone/);
    pass(1);
  }
  expect(one.enter()).toBeNull();
});
