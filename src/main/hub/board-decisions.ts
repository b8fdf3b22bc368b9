import { conceptProposed, noteRemoved, noteWritten, revisionRemoved } from '@shared/events/board-events';
import { characterDefined, conceptApproved, contextUpdated, styleChosen } from '@shared/events/creative-events';
import type { EventDraft } from '@shared/events/define-event';
import { t } from '@shared/language/language';
import { type CardRef, holding, styleIdOf } from '@shared/library/board';
import { fieldChanges } from '@shared/library/board-diff';
import { standingOf } from '@shared/library/board-standing';
import type {
  ApproveConceptWish, ChooseStyleWish, DefineCharacterWish, ProposeConceptWish, RemoveRevisionWish, UpdateContextWish,
} from '@shared/library/board-wishes';
import type { BoardReader, BoardReaders } from '../projections/board-reader';
import { BoardError, boardOf, fieldsOf, nameOf, neededText, textOf } from './board-checks';
import { placeInApproved } from './board-placing';

export interface DecisionParts {
  readonly readers: BoardReaders;
  /** Those of some hashes that are no pictures of the library. */
  readonly unknownAssets: (hashes: readonly string[]) => readonly string[];
}

interface NoteWish {
  readonly project_id: string;
  readonly note_id: string;
}

/** What is to be said when something is decided in a project. Each checks what it is given. @throws BoardError */
export function decisions({ readers, unknownAssets }: DecisionParts) {
  const known = (hashes: readonly string[]) => {
    const unknown = unknownAssets(hashes).length;
    if (unknown > 0) {
      throw new BoardError(
        t('{count, plural, one {# of the pictures that were named is not in the library.} other {# of the pictures that were named are not in the library.}}', {
          count: unknown,
        }),
      );
    }
    return [...new Set(hashes)];
  };
  /** What has just been approved or chosen goes to the approved ones, where somebody had put it elsewhere. */
  const approved = (board: BoardReader, card: CardRef, title: string) =>
    placeInApproved(board, readers.place(board.project.id, card), card, title);

  const concept = (wish: ProposeConceptWish) => ({
    project_id: wish.project_id,
    concept_id: wish.concept_id,
    concept_type: wish.concept_type,
    concept_name: nameOf(wish.concept_name, t('The concept')),
    description: neededText(wish.description, t('What the concept says')),
    concept_assets: known(wish.concept_assets),
  });

  return {
    chooseStyle(wish: ChooseStyleWish): EventDraft[] {
      const board = boardOf(readers, wish.project_id);
      const style_name = nameOf(wish.style_name, t('The style'));
      const id = styleIdOf(style_name);
      const alternatives_considered = wish.alternatives.map(({ style_name: other, reason, reference_assets }) => ({
        style_name: nameOf(other, t('A style that was considered')), reason: textOf(reason, t('A reason')), reference_assets: known(reference_assets),
      }));
      if (alternatives_considered.some((each) => styleIdOf(each.style_name) === id)) {
        throw new BoardError(t('{name} cannot be chosen over itself. Take it out of those that were considered.', { name: style_name }));
      }
      const chosen = styleChosen({
        project_id: wish.project_id, style_name, style_category: wish.style_category, asset_id: wish.asset_id,
        style_parameters: fieldsOf(wish.style_parameters, t('What the style is made of')),
        reference_assets: known([...(wish.asset_id === null ? [] : [wish.asset_id]), ...wish.reference_assets]),
        style_prompt: textOf(wish.style_prompt, t('The prompt')), chosen_by: 'user', reason: textOf(wish.reason, t('The reason')), alternatives_considered,
      });
      return [chosen, ...approved(board, { kind: 'style', id }, style_name)];
    },

    defineCharacter(wish: DefineCharacterWish): EventDraft[] {
      const { project_id, character_id } = wish;
      boardOf(readers, project_id);
      const before = readers.record(project_id, 'character', character_id);
      const held = before && holding(before);
      const description = {
        character_name: nameOf(wish.character_name, t('The character')),
        character_type: wish.character_type,
        visual_description: fieldsOf(wish.visual_description, t('What the character looks like')),
        personality_traits: wish.personality_traits.map((trait) => nameOf(trait, t('A trait'))),
        backstory: textOf(wish.backstory, t('The backstory')),
        reference_assets: known(wish.reference_assets),
        style_guidelines: fieldsOf(wish.style_guidelines, t('How the character is drawn')),
      };
      const changes = held === null ? [] : fieldChanges(describedBy(held.data), description);
      if (held !== null && changes.length === 0) {
        throw new BoardError(t('{name} is described exactly like that already.', { name: description.character_name }));
      }
      return [characterDefined({
        project_id, character_id, ...description,
        version: 1 + Math.max(0, ...(before?.versions ?? []).map(({ data }) => data.version)),
        previous_version_id: held?.event_id ?? null,
        changes_from_previous: changes,
        reason: textOf(wish.reason, t('The reason')),
      })];
    },

    updateContext(wish: UpdateContextWish): EventDraft[] {
      const { project_id, context_type } = wish;
      boardOf(readers, project_id);
      const context_key = nameOf(wish.context_key, t('What is known'));
      const entry = readers.record(project_id, 'context', context_key);
      const there = entry !== null && !entry.removed;
      const removed = wish.new_value === null || wish.new_value === undefined;
      if (removed && !there) {
        throw new BoardError(t('Nothing is known of {key} that could be taken away.', { key: context_key }));
      }
      return [contextUpdated({
        project_id, context_type, context_key,
        update_type: removed ? 'removal' : there ? 'modification' : 'addition',
        new_value: removed ? null : fieldsOf(wish.new_value, context_key),
        previous_value: there ? entry.value : null,
        update_reason: textOf(wish.update_reason, t('The reason')),
        natural_language_description: textOf(wish.natural_language_description, t('The description')),
        related_assets: known(wish.related_assets),
      })];
    },

    proposeConcept(wish: ProposeConceptWish): EventDraft[] {
      boardOf(readers, wish.project_id);
      return [conceptProposed(concept(wish))];
    },

    approveConcept(wish: ApproveConceptWish): EventDraft[] {
      const board = boardOf(readers, wish.project_id);
      const said = conceptApproved({
        ...concept(wish),
        approval_notes: textOf(wish.approval_notes, t('The note')),
        production_notes: fieldsOf(wish.production_notes, t('What production has to know')),
        dependencies: wish.dependencies,
      });
      return [said, ...approved(board, { kind: 'concept', id: wish.concept_id }, said.data.concept_name)];
    },

    removeRevision({ project_id, kind, id, event_id, reason }: RemoveRevisionWish): EventDraft[] {
      boardOf(readers, project_id);
      const item = readers.record(project_id, kind, id);
      const version = item?.versions.find((each) => each.event_id === event_id);
      if (item === null || version === undefined) throw new BoardError(noVersion[kind]());
      if (version.removed) return [];
      return [revisionRemoved({
        project_id, item_kind: kind, item_id: id, item_name: standingOf(kind, item).title, revision_event_id: event_id,
        reason: textOf(reason, t('The reason')),
      })];
    },

    writeNote({ project_id, note_id, text }: NoteWish & { readonly text: string }): EventDraft[] {
      boardOf(readers, project_id);
      const words = neededText(text, t('The note'));
      const note = readers.record(project_id, 'note', note_id);
      return note !== null && !note.removed && note.text === words ? [] : [noteWritten({ project_id, note_id, text: words })];
    },

    removeNote({ project_id, note_id }: NoteWish): EventDraft[] {
      boardOf(readers, project_id);
      const note = readers.record(project_id, 'note', note_id);
      if (note === null) throw new BoardError(t('This note is not there.'));
      return note.removed ? [] : [noteRemoved({ project_id, note_id })];
    },
  };
}

/** What a version says a character is, without what says how the version came about. */
function describedBy(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { version: _, previous_version_id: __, changes_from_previous: ___, reason: ____, ...described } = data;
  return described;
}

const noVersion: Readonly<Record<RemoveRevisionWish['kind'], () => string>> = {
  style: () => t('There is no such version of this style.'),
  character: () => t('There is no such version of this character.'),
  concept: () => t('There is no such version of this concept.'),
};
