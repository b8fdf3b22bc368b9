import { expect, it } from 'vitest';
import { fuzzyMatch } from './fuzzy';

const best = (typed: string, texts: readonly string[]) =>
  texts.flatMap((text) => {
    const match = fuzzyMatch(text, typed);
    return match === null ? [] : [{ text, score: match.score }];
  }).toSorted((a, b) => b.score - a.score).map(({ text }) => text);

it('[D77] beginnings of words, and letters that stand together, are what is meant', () => {
  expect(best('gl', ['Grid or list', 'Go to library', 'Gallery'])).toEqual(['Go to library', 'Grid or list']);
  expect(fuzzyMatch('Start culling the unrated', 'rate')?.at).toEqual([20, 21, 22, 23]);
  expect(best('rate', ['Rate five stars', 'Grid or list', 'Start culling the unrated', 'Read all together early'])[0]).toBe('Rate five stars');
  expect(fuzzyMatch('Show the map', 'map')?.at).toEqual([9, 10, 11]);
  expect(fuzzyMatch('Show the map', 'xyz')).toBeNull();
  expect(fuzzyMatch('Show the map', 'sa')).toBeNull();
  expect(fuzzyMatch('Anything', ' ')).toEqual({ score: 0, at: [] });
});
