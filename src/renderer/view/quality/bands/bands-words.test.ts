import type { BandsPreview } from '@shared/library/bands-preview';
import { expect, it } from 'vitest';
import { applyInWords, previewInWords } from './bands-words';

const preview = (some: Partial<BandsPreview>): BandsPreview => ({
  bands: [20, 45, 65, 80], previous_bands: [25, 45, 65, 80], rated: 500, changed: 214, covered: 0, before: [0, 0, 0, 0, 0],
  after: [0, 0, 0, 0, 0], changes: [], files_moved: 180, examples: [], ...some,
});

it('[R53] the button says what it does, and sentences say what becomes of ratings, own ones and files', () => {
  expect(applyInWords(preview({}))).toBe('Change 214 ratings and move 180 files');
  expect(applyInWords(preview({ changed: 1, files_moved: 1 }))).toBe('Change 1 rating and move 1 file');
  expect(applyInWords(preview({ files_moved: 0 }))).toBe('Change 214 ratings');
  expect(applyInWords(preview({ changed: 0, files_moved: 0 }))).toBe('Move the limits');
  expect(previewInWords(preview({ covered: 17 }), true)).toEqual([
    '214 measured ratings become others. No pixel is read again; the scores are kept.',
    '17 of them have a rating of your own, which holds all the same.',
    '180 files move to the folder of their new rating.',
  ]);
  expect(previewInWords(preview({ changed: 1, covered: 1, files_moved: 0 }), false).slice(1)).toEqual([
    'It has a rating of your own, which holds all the same.',
    'Files stay where they are: they do not follow their rating.',
  ]);
  expect(previewInWords(preview({ changed: 0 }), true)).toEqual(['No rating changes by these limits.']);
});
