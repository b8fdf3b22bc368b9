import { expect, it } from 'vitest';
import { Lifetime } from './lifetime';

it('[A15] ends what was created newest first, once', async () => {
  const ended: string[] = [];
  const lifetime = new Lifetime();
  expect(lifetime.own('log', (name) => { ended.push(name); })).toBe('log');
  lifetime.add(async () => { ended.push('watcher'); });
  await lifetime.end();
  await lifetime.end();
  expect(ended).toEqual(['watcher', 'log']);
  expect(lifetime.ended).toBe(true);
});

it('[A15] one that fails to end leaves none of the others open, and the failure is not lost', async () => {
  const ended: string[] = [];
  const lifetime = new Lifetime();
  lifetime.add(() => { ended.push('first'); });
  lifetime.add(() => Promise.reject(new Error('stuck')));
  await expect(lifetime.end()).rejects.toThrow('stuck');
  expect(ended).toEqual(['first']);
});

it('[A15] what comes after the end is released at once', async () => {
  const ended: string[] = [];
  const lifetime = new Lifetime();
  await lifetime.end();
  lifetime.add(() => { ended.push('late'); });
  expect(ended).toEqual(['late']);
});
