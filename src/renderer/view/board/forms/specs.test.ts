import type { CharacterData } from '@shared/library/board';
import { newProject } from '@shared/library/board-fold-project';
import type { ProjectPage } from '@shared/library/board-answers';
import { describe, expect, it } from 'vitest';
import type { BoardForm } from '../../../store/board/board-forms';
import { noValues } from '../../../store/board/form-values';
import { problemsOf } from './form-problems';
import { specOf } from './spec-of';

const revision = <Data>(data: Data, removed = false) =>
  ({ event_id: 'e', sequence: 1, at: '2026-06-12T00:00:00.000Z', actor: 'user', removed, data });
const moth: CharacterData = {
  character_name: 'Moth-7', character_type: 'protagonist', visual_description: { hair: 'brass' }, personality_traits: ['patient'], backstory: null,
  reference_assets: [], style_guidelines: { steps: 30 }, version: 1, previous_version_id: null, changes_from_previous: [], reason: null,
};
const page: ProjectPage = {
  project: { ...newProject('p1'), name: 'Lantern Harbor' },
  summary: {
    id: 'p1', name: 'Lantern Harbor', type: null, description: null, archived_at: null, created_at: null, assets: 0, decisions: 0, cover: null, columns: [],
  },
  decisions: { events: [], next_before: null }, styles: [], concepts: [], context: [], notes: [], best: [], ratings: [], workflows: [],
  characters: [{ id: 'moth', versions: [revision(moth), revision({ ...moth, backstory: 'taken back' }, true)] }],
};
const project_id = 'p1';
const forms: readonly BoardForm[] = [
  { kind: 'create-project' }, { kind: 'change-project', project_id }, { kind: 'add-pictures', project_id }, { kind: 'choose-style', project_id },
  { kind: 'define-character', project_id }, { kind: 'update-context', project_id }, { kind: 'propose-concept', project_id },
  { kind: 'write-note', project_id }, { kind: 'add-column', project_id, after: null }, { kind: 'rename-column', project_id, column_id: 'idea' },
];
const draft = (values = noValues) => ({ values, wish_id: crypto.randomUUID(), item_id: 'new' });
const spec = (form: BoardForm) => specOf({ form, page: 'project_id' in form ? page : null, projects: [] });

describe('[D61] forms of a board', () => {
  it.each(forms)('[D61] $kind says in sentences, at its fields, what is lacking', (form) => {
    const asked = spec(form);
    const problems = problemsOf(asked, draft());
    expect(problems.size).toBeGreaterThan(0);
    for (const [name, sentence] of problems) {
      expect(asked.fields.map((field) => field.name)).toContain(name);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('[D61] what is too long for its schema is said at its field, too', () => {
    const values = { ...noValues, words: { style_name: 'x'.repeat(2_001) } };
    expect([...problemsOf(spec({ kind: 'choose-style', project_id }), draft(values))]).toEqual([['style_name', 'Name is too long: 2,000 is the most.']]);
    const many = { ...noValues, pictures: ['not a hash'] };
    expect([...problemsOf(spec({ kind: 'add-pictures', project_id }), draft(many)).keys()]).toEqual(['pictures']);
    const fine = { ...noValues, words: { style_name: 'Sodium', style_category: 'mood' } };
    expect(problemsOf(spec({ kind: 'choose-style', project_id }), draft(fine)).size).toBe(0);
  });

  it('[D63] a revision begins with the version that holds, and tells while it is written what becomes different', () => {
    const asked = spec({ kind: 'define-character', project_id, character_id: 'moth' });
    expect(asked.title).toBe('Revise Moth-7');
    expect(asked.changes?.(asked.values)).toEqual([]);
    const words = { ...asked.values.words, personality_traits: 'patient\nafraid of rain' };
    expect(asked.changes?.({ ...asked.values, words })).toEqual([{ field: 'personality_traits', kind: 'added', before: null, after: 'afraid of rain' }]);
  });
});
