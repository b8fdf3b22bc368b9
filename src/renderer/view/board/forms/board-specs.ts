import { t } from '@shared/language/language';
import { columnsOf } from '@shared/library/board-standing';
import { columnInWords } from '@shared/library/column-words';
import type { BoardForm } from '../../../store/board/board-forms';
import { noValues } from '../../../store/board/form-values';
import { type FieldSpec, type FormGround, type FormSpec, pageOf, wishOf } from './form-spec';

type Of<K extends BoardForm['kind']> = FormGround<Extract<BoardForm, { kind: K }>>;

const columnName: FieldSpec = { kind: 'line', name: 'column_name', label: t('Name'), needed: t('The column needs a name.') };

export function writeNoteSpec(ground: Of<'write-note'>): FormSpec {
  const { project, notes } = pageOf(ground);
  const known = notes.find(({ id }) => id === ground.form.note_id);
  return {
    title: known === undefined ? t('New note') : t('Change the note'),
    verb: known === undefined ? t('Add note') : t('Save note'),
    ...(known !== undefined && { about: t('Leave it empty to take the note away.') }),
    fields: [{ kind: 'text', name: 'text', label: t('Note'), ...(known === undefined && { needed: t('The note is empty.') }) }],
    values: { ...noValues, words: { text: known?.text ?? '' } },
    wish: ({ values: { words }, item_id }) => {
      const note = { project_id: project.id, note_id: known?.id ?? item_id };
      const text = words['text'] ?? '';
      if (text.trim() === '') return wishOf('board/remove-note', note, () => t('Note taken away'));
      return wishOf('board/write-note', { ...note, text }, () => (known === undefined ? t('Note added') : t('Note changed')));
    },
  };
}

export function addColumnSpec(ground: Of<'add-column'>): FormSpec {
  const { project } = pageOf(ground);
  return {
    title: t('New column'),
    verb: t('Add column'),
    fields: [columnName],
    values: noValues,
    wish: ({ values: { words }, item_id }) => {
      const name = words['column_name'] ?? '';
      const column = { project_id: project.id, column_id: item_id, column_name: name, after: ground.form.after };
      return wishOf('board/add-column', column, () => t('Column {name} added', { name: name.trim() }));
    },
  };
}

export function renameColumnSpec(ground: Of<'rename-column' | 'remove-column'>): FormSpec {
  const { project } = pageOf(ground);
  const { column_id } = ground.form;
  const column = project.columns.find(({ id }) => id === column_id);
  const name = column === undefined ? '' : columnInWords(column);
  return {
    title: t('Rename {name}', { name }),
    verb: t('Rename column'),
    fields: [columnName],
    values: { ...noValues, words: { column_name: name } },
    wish: ({ values: { words } }) => {
      const next = words['column_name'] ?? '';
      return wishOf('board/rename-column', { project_id: project.id, column_id, column_name: next }, () => t('Column renamed to {name}', { name: next.trim() }));
    },
  };
}

export function removeColumnSpec(ground: Of<'rename-column' | 'remove-column'>): FormSpec {
  const { project } = pageOf(ground);
  const { column_id } = ground.form;
  const columns = columnsOf(project);
  const at = columns.findIndex(({ id }) => id === column_id);
  const others = columns.filter(({ id }) => id !== column_id).map((column) => [column.id, columnInWords(column)] as const);
  const nearest = columns[at - 1] ?? columns[at + 1];
  const removed = columns[at];
  const name = removed === undefined ? t('the column') : columnInWords(removed);
  return {
    title: t('Remove {name}', { name }),
    about: t('The column goes; its cards stay on the board.'),
    verb: t('Remove column'),
    fields: [{ kind: 'choice', name: 'cards_to', label: t('Its cards go to'), options: others, needed: t('Choose a column for its cards.') }],
    values: { ...noValues, words: { cards_to: nearest?.id ?? '' } },
    wish: ({ values: { words } }) =>
      wishOf('board/remove-column', { project_id: project.id, column_id, cards_to: words['cards_to'] ?? '' }, () => t('Column {name} removed', { name })),
  };
}
