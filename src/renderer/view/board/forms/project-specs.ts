import { countOf } from '@shared/story/words';
import type { BoardForm } from '../../../store/board/board-forms';
import { fieldsOf, noValues, orNull } from '../../../store/board/form-values';
import { type FieldSpec, type FormGround, type FormSpec, pageOf, wishOf } from './form-spec';

type Of<K extends BoardForm['kind']> = FormGround<Extract<BoardForm, { kind: K }>>;

const projectFields: readonly FieldSpec[] = [
  { kind: 'line', name: 'project_name', label: 'Name', needed: 'The project needs a name.' },
  { kind: 'line', name: 'project_type', label: 'Type', hint: 'Music video, art series, story …' },
  { kind: 'text', name: 'description', label: 'Description' },
];

const parentField = (parents: readonly (readonly [string, string])[]): FieldSpec => ({
  kind: 'choice', name: 'parent_project_id', label: 'Part of', options: [['', 'No other project'], ...parents],
});

export function createProjectSpec({ projects }: Of<'create-project'>): FormSpec {
  const parents = projects.flatMap(({ id, name, archived_at }): [string, string][] =>
    id === null || archived_at !== null ? [] : [[id, name]]);
  return {
    title: 'New project',
    verb: 'Create project',
    fields: [
      ...projectFields,
      { kind: 'pairs', name: 'initial_context', label: 'What is known from the beginning', keyLabel: 'Subject' },
      ...(parents.length === 0 ? [] : [parentField(parents)]),
    ],
    values: noValues,
    wish: ({ values: { words, pairs }, item_id }) =>
      wishOf('board/create-project', {
        project_id: item_id,
        project_name: words['project_name'] ?? '',
        project_type: orNull(words['project_type']),
        description: orNull(words['description']),
        initial_context: fieldsOf(pairs['initial_context'] ?? []),
        parent_project_id: orNull(words['parent_project_id']),
      }, () => `Project ${words['project_name'] ?? ''} created`),
  };
}

export function changeProjectSpec(ground: FormGround): FormSpec {
  const { project } = pageOf(ground);
  return {
    title: `Change ${project.name}`,
    verb: 'Save project',
    fields: projectFields,
    values: { ...noValues, words: { project_name: project.name, project_type: project.type ?? '', description: project.description ?? '' } },
    wish: ({ values: { words } }) =>
      wishOf('board/change-project', {
        project_id: project.id,
        project_name: words['project_name'] ?? '',
        project_type: orNull(words['project_type']),
        description: orNull(words['description']),
      }, () => `Project ${words['project_name'] ?? ''} changed`),
  };
}

export function archiveProjectSpec(ground: FormGround): FormSpec {
  const { project } = pageOf(ground);
  const archived = project.archived_at === null;
  return {
    title: archived ? `Archive ${project.name}` : `Reopen ${project.name}`,
    about: archived
      ? 'It leaves the list of projects that are going on. Its board, its pictures and all that was decided stay, and it can be reopened.'
      : 'It stands among the projects that are going on again.',
    verb: archived ? 'Archive project' : 'Reopen project',
    fields: [],
    values: noValues,
    wish: () =>
      wishOf('board/archive-project', { project_id: project.id, archived }, () => `Project ${project.name} ${archived ? 'archived' : 'reopened'}`),
  };
}

export function addPicturesSpec(ground: FormGround): FormSpec {
  const { project } = pageOf(ground);
  return {
    title: `Add pictures to ${project.name}`,
    verb: 'Add pictures',
    fields: [
      { kind: 'pictures', name: 'pictures', of: 'content_hashes', label: 'Pictures', needed: 'Choose the pictures that are to be added.' },
      { kind: 'choice', name: 'files', label: 'Their files', options: [['stay', 'Stay where they are'], ['move', 'Move to its folder']] },
    ],
    values: { ...noValues, words: { files: 'stay' } },
    wish: ({ values: { pictures, words } }) =>
      wishOf('board/assign-assets', { project_id: project.id, content_hashes: [...pictures], move_files: words['files'] === 'move' }, ({ said, left_out }) => {
        const [first] = left_out;
        return `${countOf(said, 'picture')} added to ${project.name}${first === undefined ? '' : `; some were left out: ${first.message}`}`;
      }),
  };
}
