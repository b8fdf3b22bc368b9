import { describe, expect, it } from 'vitest';
import type { LibraryCard } from '@shared/library/library-answer';
import { decidedInWords, type Decision, ownStarsOf, whatChanged } from './use-cull';

const decision = (id: number, stars: Decision['stars'], previous: Decision['previous'] = 0): Decision => ({ id, place: id, stars, previous });

describe('what was decided in a culling', () => {
  it('[R63] is said with how many got how many stars, the best first', () => {
    const given = whatChanged([decision(1, 5), decision(2, 1), decision(3, 5), decision(4, 0, 3)]);
    expect(decidedInWords(given)).toBe('4 pictures decided: 2 with five stars, 1 with one star, 1 cleared');
    expect(decidedInWords(new Map())).toBeNull();
  });

  it('[R63] is the last word on each picture, and nothing where that is what it was before', () => {
    const twice = [decision(1, 5), decision(1, 2, 5), decision(2, 4), decision(2, 0, 4), decision(3, 3, 4), decision(3, 4, 3)];
    expect([...whatChanged(twice)]).toEqual([[1, 2]]);
  });

  it('[R61] an own rating is what was given last, else what the library knows; a measured one is none', () => {
    const card = (own: boolean) => ({ id: 7, own, stars: 3 }) as LibraryCard;
    expect(ownStarsOf(card(true), new Map())).toBe(3);
    expect(ownStarsOf(card(false), new Map())).toBe(0);
    expect(ownStarsOf(card(true), new Map([[7, 0]]))).toBe(0);
  });
});
