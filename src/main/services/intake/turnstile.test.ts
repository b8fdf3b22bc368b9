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
