import { beforeEach, expect, it } from 'vitest';
import { foldColumn, useViewMemory } from '../use-view-memory';
import { isFolded } from './folded-columns';

const folded = (project_id: string, column_id: string) => isFolded(useViewMemory.getState().columns, project_id, column_id);
beforeEach(() => { useViewMemory.setState({ columns: [] }); });

it('[D52] what is archived is a rail until somebody unfolds it, and a column that was folded stays so on its board alone', () => {
  expect([folded('p', 'archived'), folded('p', 'idea')]).toEqual([true, false]);
  foldColumn('p', 'archived', false);
  foldColumn('p', 'idea', true);
  expect([folded('p', 'archived'), folded('q', 'archived'), folded('p', 'idea'), folded('q', 'idea')]).toEqual([false, true, true, false]);
  foldColumn('p', 'idea', false);
  expect([folded('p', 'idea'), useViewMemory.getState().columns.length]).toEqual([false, 2]);
});

it('[D52] so many columns are remembered, the last ones', () => {
  for (let at = 0; at < 250; at += 1) foldColumn('p', `c${at}`, true);
  expect([useViewMemory.getState().columns.length, folded('p', 'c0'), folded('p', 'c249')]).toEqual([200, false, true]);
});
