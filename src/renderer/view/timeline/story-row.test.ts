import { expect, it } from 'vitest';
import { tryAgain } from './story-row';

it('[D282] what a row offers is an element of its own for each story, so that no press ends on another one', () => {
  expect([tryAgain('a').key, tryAgain('a').key, tryAgain('b').key]).toEqual(['a', 'a', 'b']);
});
