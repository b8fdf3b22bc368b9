import type { ProjectSummary } from '@shared/library/board-answers';
import { expect, it } from 'vitest';
import { choicesOf } from './project-choices';

const project = (name: string, more: Partial<ProjectSummary> = {}): ProjectSummary =>
  ({ id: `id of ${name}`, name, type: null, description: null, archived_at: null, created_at: null, assets: 3, decisions: 0, cover: null, columns: [], ...more });
const all = [project('Lantern Harbor'), project('harbor lights', { id: null }), project('Over', { archived_at: '2026-01-01T00:00:00.000Z' }), project('uncategorized', { id: null })];
const told = (text: string) => choicesOf(all, text).map(({ id, label }) => [id, label]);

it('[L75] pictures are given to a project that is there, to a folder that becomes one, or to a new one of that name', () => {
  expect(told('')).toEqual([['id of Lantern Harbor', 'Lantern Harbor'], [null, 'harbor lights']]);
  expect(told(' harbor ')).toEqual([[null, 'harbor lights'], ['id of Lantern Harbor', 'Lantern Harbor'], [null, 'New project: harbor']]);
  expect(told('LANTERN harbor')).toEqual([['id of Lantern Harbor', 'Lantern Harbor']]);
  expect(told('over')).toEqual([]);
  expect(told('uncategorized')).toEqual([]);
});
