import { addColumnSpec, removeColumnSpec, renameColumnSpec, writeNoteSpec } from './board-specs';
import { conceptSpec } from './concept-specs';
import { chooseStyleSpec, defineCharacterSpec, updateContextSpec } from './decision-specs';
import type { FormGround, FormSpec } from './form-spec';
import { addPicturesSpec, archiveProjectSpec, changeProjectSpec, createProjectSpec } from './project-specs';

/** What is asked by a form. */
export function specOf({ form, ...ground }: FormGround): FormSpec {
  switch (form.kind) {
    case 'create-project':
      return createProjectSpec({ form, ...ground });
    case 'change-project':
      return changeProjectSpec({ form, ...ground });
    case 'archive-project':
      return archiveProjectSpec({ form, ...ground });
    case 'add-pictures':
      return addPicturesSpec({ form, ...ground });
    case 'choose-style':
      return chooseStyleSpec({ form, ...ground });
    case 'define-character':
      return defineCharacterSpec({ form, ...ground });
    case 'update-context':
      return updateContextSpec({ form, ...ground });
    case 'propose-concept':
    case 'approve-concept':
      return conceptSpec({ form, ...ground });
    case 'write-note':
      return writeNoteSpec({ form, ...ground });
    case 'add-column':
      return addColumnSpec({ form, ...ground });
    case 'rename-column':
      return renameColumnSpec({ form, ...ground });
    case 'remove-column':
      return removeColumnSpec({ form, ...ground });
  }
}
