import { expect, it } from 'vitest';
import { filesAreComing, followOwnActs, isOwn, ownActs } from './own-acts';
import { useLog } from './use-log';

it('[D212] a window knows where it began and what was added in it; other files it takes back only after a look', () => {
  expect(ownActs()).toEqual({ added: null });
  const leave = followOwnActs();
  useLog.setState({ ready: true, sequence: 40 });
  useLog.setState({ sequence: 50 });
  expect(ownActs()).toEqual({ since: 40, added: null });
  const arrived = { id: 'filed-51', last_sequence: 51 };
  expect([isOwn(arrived), isOwn({ id: 'rated-12', last_sequence: 12 })]).toEqual([false, true]);
  filesAreComing();
  expect([isOwn(arrived), isOwn({ id: 'filed-30', last_sequence: 49 })]).toEqual([true, false]);
  leave();
});
