import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Turnstile } from './turnstile';

it('[I15] lets so many through at once, and one per path', async () => {
  const turnstile = new Turnstile(3);
  const inside = new Set<string>();
  let most = 0;
  for (let i = 0; i < 40; i += 1) {
    const path = `p${i % 8}`;
    turnstile.enter(path, `kind ${i}`, async () => {
      expect(inside.has(path)).toBe(false);
      inside.add(path);
      most = Math.max(most, inside.size);
      await delay(1);
      inside.delete(path);
    });
  }
  await turnstile.empty();
  expect([most, turnstile.size]).toEqual([3, 0]);
});

it('[I15] does not queue the same twice, and looks once more when asked during the work', async () => {
  const turnstile = new Turnstile(1);
  const done: string[] = [];
  let finish = () => undefined as void;
  turnstile.enter('a', 'look', async () => { await new Promise<void>((resolve) => { finish = resolve; }); done.push('first'); });
  for (const name of ['second', 'third', 'fourth']) turnstile.enter('a', 'look', async () => { done.push(name); });
  turnstile.enter('a', 'gone', async () => { done.push('gone'); });
  finish();
  await turnstile.empty();
  expect(done).toEqual(['first', 'second', 'gone']);
});

it('[I15] says when there is room', async () => {
  const turnstile = new Turnstile(1);
  let finish = () => undefined as void;
  turnstile.enter('a', 'look', () => new Promise<void>((resolve) => { finish = resolve; }));
  turnstile.enter('b', 'look', async () => undefined);
  let room = false;
  const waiting = turnstile.roomFor(1).then(() => { room = true; });
  await delay(1);
  expect(room).toBe(false);
  finish();
  await waiting;
  expect(turnstile.size).toBeLessThanOrEqual(1);
});

it('[I36] one that rests holds no place, comes again by itself, and is not queued a second time', async () => {
  const turnstile = new Turnstile(1);
  const done: string[] = [];
  let looks = 0;
  expect(turnstile.enter('slow', 'look', async () => { looks += 1; return looks < 3 ? 20 : undefined; })).toBe(true);
  await delay(5);
  expect([turnstile.enter('slow', 'look', async () => { done.push('twice'); }), turnstile.size, turnstile.pressing]).toEqual([false, 1, 0]);
  for (const name of ['a', 'b']) turnstile.enter(name, 'look', async () => { done.push(name); });
  turnstile.enter('slow', 'gone', async () => { done.push('gone'); });
  await turnstile.roomFor(0);
  expect([done, looks]).toEqual([['a', 'b', 'gone'], 1]);
  await turnstile.empty();
  expect(looks).toBe(3);
});

it('[I36] at the end those who rest or wait are sent away, and who is inside is waited for', async () => {
  const turnstile = new Turnstile(1);
  const done: string[] = [];
  turnstile.enter('rests', 'look', async () => 10);
  await delay(2);
  turnstile.enter('inside', 'look', async () => { await delay(10); done.push('inside'); });
  turnstile.enter('waits', 'look', async () => { done.push('waits'); });
  await turnstile.end();
  expect([done, turnstile.size, turnstile.enter('late', 'look', async () => { done.push('late'); })]).toEqual([['inside'], 0, false]);
});

it('[I36] those who come back from a rest leave most places to the new, and are never left out', async () => {
  const turnstile = new Turnstile(4);
  const order: string[] = [];
  for (let i = 0; i < 20; i += 1) {
    let rested = false;
    turnstile.enter(`old ${i}`, 'look', async () => {
      if (!rested) { rested = true; return 1; }
      await delay(2);
      order.push('back');
      return undefined;
    });
  }
  await turnstile.roomFor(0);
  for (let i = 0; i < 60; i += 1) turnstile.enter(`new ${i}`, 'look', async () => { await delay(2); order.push('new'); });
  await turnstile.empty();
  expect([order.length, order.filter((who) => who === 'back').length]).toEqual([80, 20]);
  // While there are new ones, about every fourth is one that came back.
  const meanwhile = order.slice(0, order.lastIndexOf('new')).filter((who) => who === 'back').length;
  expect(meanwhile).toBeGreaterThanOrEqual(8);
  expect(order.slice(0, 40).filter((who) => who === 'new').length).toBeGreaterThanOrEqual(24);
});
