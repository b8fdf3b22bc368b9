import { expect, it } from 'vitest';
import { dryRunRows } from './dry-run-rows';

const outline = {
  files: 5,
  counts: { filed: 4, moved: 0, sidecar: 0, duplicate: 0, set_aside: 1, stays: 0, not_added: 0 },
  folders: [
    { path: ['day'], kind: 'organized', first: 0, end: 4, bytes: 0 },
    { path: ['day', 'harbor'], kind: 'organized', first: 0, end: 3, bytes: 0 },
    { path: ['day', 'harbor', '5-star'], kind: 'organized', first: 0, end: 2, bytes: 0 },
    { path: ['day', 'tower'], kind: 'organized', first: 3, end: 4, bytes: 0 },
    { path: ['Set aside'], kind: 'set_aside', first: 4, end: 5, bytes: 0 },
  ],
} as const;
const words = (folded: readonly string[], found: readonly number[] | null) =>
  dryRunRows(outline, new Set(folded), found).map((row) => `${'.'.repeat(row.level)}${row.kind === 'file' ? row.id : `${row.folder.path.at(-1)} ${row.ids.length}`}`);

it('[D131] the tree shows every file once, behind the folders that lie in its folder', () => {
  expect(words([], null)).toEqual(['.day 4', '..harbor 3', '...5-star 2', '....0', '....1', '...2', '..tower 1', '...3', '.Set aside 1', '..4']);
});

it('[D131] a folded folder hides what is in it, and keeps its sum', () => {
  expect(words(['organized/day/harbor'], null)).toEqual(['.day 4', '..harbor 3', '..tower 1', '...3', '.Set aside 1', '..4']);
});

it('[D131] a filter leaves only folders with something in them', () => {
  expect(words([], [2])).toEqual(['.day 1', '..harbor 1', '...2']);
  expect(words([], [])).toEqual([]);
});
