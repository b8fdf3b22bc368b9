import type { LibraryCard } from '@shared/library/library-answer';
import { expect, it } from 'vitest';
import { differences, likenessInWords, makingInWords, nameOfPicture, nameOfStack, othersInWords } from './stack-words';

const card: LibraryCard = {
  id: 1, content_hash: 'a'.repeat(64), file_name: 'moon-001.png', project: 'moon', source: 'comfyui', model: null, media_type: 'image',
  missing: null, stars: 4, brisque: 31.26, aesthetic: null, elo: null, own: false, width: 768, height: 512, file_size: 68_900,
  made_on: null, filed_at: null,
};
const stackOf = (...cards: LibraryCard[]) => ({ id: 'x', cards, distance: 4, same_prompt: null, same_seed: null });

it('[R40] says how alike pictures are, and whether they were made alike as far as that is known', () => {
  expect([0, 2, 4, 6, 8].map(likenessInWords)).toEqual(['the same at a glance', 'as good as the same', 'nearly the same', 'nearly the same', 'similar']);
  expect(makingInWords({ same_prompt: true, same_seed: false })).toBe('same prompt, other seeds');
  expect(makingInWords({ same_prompt: false, same_seed: null })).toBe('other prompts');
  expect(nameOfStack(stackOf(card, card))).toBe('2 pictures, nearly the same');
});

it('[R40] says in what pictures differ, and nothing where they are the same', () => {
  expect([...differences([card, { ...card, file_size: 12 }])]).toEqual(['bytes']);
  expect([...differences([card, { ...card, width: null, brisque: null }])]).toEqual(['pixels', 'score']);
  // What is shown the same does not differ.
  expect([...differences([card, { ...card, brisque: 31.29 }])]).toEqual([]);
});

it('[R40] says of each picture what becomes of it', () => {
  expect(nameOfPicture(card, { best: true, kept: true })).toBe('moon-001.png, the best, to be kept, 4 of 5 stars, measured, score 31.3, 768 × 512, 68.9 kB');
  expect(nameOfPicture({ ...card, own: true, stars: 1 }, { best: false, kept: false })).toMatch(/^moon-001\.png, would get one star, 1 of 5 stars, your rating/);
  expect([2, 4].map((count) => othersInWords(stackOf(...Array.from({ length: count }, () => card))))).toEqual([
    'stays; gives the other one star', 'stays; gives the other 3 one star each',
  ]);
});
