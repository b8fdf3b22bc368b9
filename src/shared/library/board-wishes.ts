import { z } from 'zod';
import { contentHash } from '../events/fields';
import { cardKinds } from './board';

/**
 * What a person can ask of a board, as it comes through a door. Bounds keep a message small; what a name or a text may be is said by
 * the hub in a sentence.
 */
const id = z.string().min(1).max(200);
const words = z.string().max(100_000);
const name = z.string().max(2_000);
const fields = z.record(z.string().max(200), z.unknown());
const hashes = z.array(contentHash).max(1_000);
const project = { project_id: id };
/** A form has one from the moment it is opened: sent twice, it is said once. */
const form = { wish_id: z.uuid(), ...project };

export const cardRefSchema = z.strictObject({ kind: z.enum(cardKinds), id });
const cards = z.array(cardRefSchema).min(1).max(10_000);

export const createProjectWish = z.strictObject({
  ...project,
  project_name: name,
  description: words.nullable().default(null),
  project_type: name.nullable().default(null),
  initial_context: fields.default({}),
  style_preferences: fields.default({}),
  parent_project_id: id.nullable().default(null),
});

export const changeProjectWish = z.strictObject({
  ...project, project_name: name, description: words.nullable(), project_type: name.nullable(),
});
export const archiveProjectWish = z.strictObject({ ...project, archived: z.boolean() });

const alternative = z.strictObject({ style_name: name, reason: words.nullable().default(null), reference_assets: hashes.default([]) });
export const chooseStyleWish = z.strictObject({
  ...form,
  style_name: name,
  style_category: z.enum(['visual', 'mood', 'technique', 'reference']),
  asset_id: contentHash.nullable().default(null),
  style_parameters: fields.default({}),
  reference_assets: hashes.default([]),
  style_prompt: words.nullable().default(null),
  reason: words.nullable().default(null),
  alternatives: z.array(alternative).max(100).default([]),
});

export const defineCharacterWish = z.strictObject({
  ...form,
  character_id: id,
  character_name: name,
  character_type: z.enum(['protagonist', 'supporting', 'background']),
  visual_description: fields.default({}),
  personality_traits: z.array(name).max(200).default([]),
  backstory: words.nullable().default(null),
  reference_assets: hashes.default([]),
  style_guidelines: fields.default({}),
  reason: words.nullable().default(null),
});

export const updateContextWish = z.strictObject({
  ...form,
  context_type: z.enum(['character', 'narrative', 'visual', 'technical']),
  context_key: name,
  /** Null takes the entry away. */
  new_value: z.unknown(),
  update_reason: words.nullable().default(null),
  natural_language_description: words.nullable().default(null),
  related_assets: hashes.default([]),
});

const concept = {
  ...form,
  concept_id: id,
  concept_type: z.enum(['scene', 'sequence', 'overall']),
  concept_name: name,
  description: words,
  concept_assets: hashes.default([]),
};
export const proposeConceptWish = z.strictObject(concept);
export const approveConceptWish = z.strictObject({
  ...concept,
  approval_notes: words.nullable().default(null),
  production_notes: fields.default({}),
  dependencies: z.array(id).max(200).default([]),
});

export const removeRevisionWish = z.strictObject({
  ...project,
  kind: z.enum(['style', 'character', 'concept']),
  id,
  /** The event that made the version. */
  event_id: z.uuid(),
  reason: words.nullable().default(null),
});

export const writeNoteWish = z.strictObject({ ...project, note_id: id, text: words });
export const removeNoteWish = z.strictObject({ ...project, note_id: id });

export const addColumnWish = z.strictObject({ ...project, column_id: id, column_name: name, after: id.nullable() });
export const renameColumnWish = z.strictObject({ ...project, column_id: id, column_name: name });
export const moveColumnWish = z.strictObject({ ...project, column_id: id, /** Null puts it first. */ after: id.nullable() });
export const removeColumnWish = z.strictObject({ ...project, column_id: id, cards_to: id });

export const placeCardsWish = z.strictObject({
  ...project,
  cards,
  column_id: id,
  /** The card above the place; null puts them to the top. */
  after: z.union([cardRefSchema, z.literal('end')]).nullable(),
});
export const removeCardsWish = z.strictObject({ ...project, cards });

export const assignAssetsWish = z.strictObject({
  ...project,
  content_hashes: z.array(contentHash).min(1).max(100_000),
  /** Whether their files move to the project's folder. If not, they stand on its board as guests. */
  move_files: z.boolean(),
});

export type CreateProjectWish = z.output<typeof createProjectWish>;
export type ChangeProjectWish = z.output<typeof changeProjectWish>;
export type ChooseStyleWish = z.output<typeof chooseStyleWish>;
export type DefineCharacterWish = z.output<typeof defineCharacterWish>;
export type UpdateContextWish = z.output<typeof updateContextWish>;
export type ProposeConceptWish = z.output<typeof proposeConceptWish>;
export type ApproveConceptWish = z.output<typeof approveConceptWish>;
export type RemoveRevisionWish = z.output<typeof removeRevisionWish>;
export type PlaceCardsWish = z.output<typeof placeCardsWish>;
export type AssignAssetsWish = z.output<typeof assignAssetsWish>;
