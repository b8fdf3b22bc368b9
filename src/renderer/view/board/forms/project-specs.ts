import { t } from '@shared/language/language';
import type { BoardForm } from '../../../store/board/board-forms';
import { fieldsOf, noValues, orNull } from '../../../store/board/form-values';
import { type FieldSpec, type FormGround, type FormSpec, pageOf, wishOf } from './form-spec';

type Of<K extends BoardForm['kind']> = FormGround<Extract<BoardForm, { kind: K }>>;

const projectFields: readonly FieldSpec[] = [
  { kind: 'line', name: 'project_name', label: t('Name'), needed: t('The project needs a name.') },
  { kind: 'line', name: 'project_type', label: t('Type'), hint: t('Music video, art series, story …') },
  { kind: 'text', name: 'description', label: t('Description') },
];

const parentField = (parents: readonly (readonly [string, string])[]): FieldSpec => ({
  kind: 'choice', name: 'parent_project_id', label: t('Part of'), options: [['', t('No other project')], ...parents],
});

export function createProjectSpec({ projects }: Of<'create-project'>): FormSpec {
  const parents = projects.flatMap(({ id, name, archived_at }): [string, string][] =>
    id === null || archived_at !== null ? [] : [[id, name]]);
  return {
    title: t('New project'),
    verb: t('Create project'),
    fields: [
      ...projectFields,
      { kind: 'pairs', name: 'initial_context', label: t('What is known from the beginning'), keyLabel: t('Subject') },
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
      }, () => t('Project {name} created', { name: words['project_name'] ?? '' })),
  };
}

export function changeProjectSpec(ground: FormGround): FormSpec {
  const { project } = pageOf(ground);
  return {
    title: t('Change {name}', { name: project.name }),
    verb: t('Save project'),
    fields: projectFields,
    values: { ...noValues, words: { project_name: project.name, project_type: project.type ?? '', description: project.description ?? '' } },
    wish: ({ values: { words } }) =>
      wishOf('board/change-project', {
        project_id: project.id,
        project_name: words['project_name'] ?? '',
        project_type: orNull(words['project_type']),
        description: orNull(words['description']),
      }, () => t('Project {name} changed', { name: words['project_name'] ?? '' })),
  };
}

export function archiveProjectSpec(ground: FormGround): FormSpec {
  const { project } = pageOf(ground);
  const archived = project.archived_at === null;
  return {
    title: archived ? t('Archive {name}', { name: project.name }) : t('Reopen {name}', { name: project.name }),
    about: archived
      ? t('It leaves the list of projects that are going on. Its board, its pictures and all that was decided stay, and it can be reopened.')
      : t('It stands among the projects that are going on again.'),
    verb: archived ? t('Archive project') : t('Reopen project'),
    fields: [],
    values: noValues,
    wish: () =>
      wishOf('board/archive-project', { project_id: project.id, archived }, () =>
        archived ? t('Project {name} archived', { name: project.name }) : t('Project {name} reopened', { name: project.name })),
  };
}

export function addPicturesSpec(ground: FormGround): FormSpec {
  const { project } = pageOf(ground);
  return {
    title: t('Add pictures to {name}', { name: project.name }),
    verb: t('Add pictures'),
    fields: [
      { kind: 'pictures', name: 'pictures', of: 'content_hashes', label: t('Pictures'), needed: t('Choose the pictures that are to be added.') },
      { kind: 'choice', name: 'files', label: t('Their files'), options: [['stay', t('Stay where they are')], ['move', t('Move to its folder')]] },
    ],
    values: { ...noValues, words: { files: 'stay' } },
    wish: ({ values: { pictures, words } }) =>
      wishOf('board/assign-assets', { project_id: project.id, content_hashes: [...pictures], move_files: words['files'] === 'move' }, ({ said, left_out }) => {
        const [first] = left_out;
        const added = { count: said, project: project.name };
        return first === undefined
          ? t('{count, plural, one {# picture} other {# pictures}} added to {project}', added)
          : t('{count, plural, one {# picture} other {# pictures}} added to {project}; some were left out: {why}', { ...added, why: first.message });
      }),
  };
}
