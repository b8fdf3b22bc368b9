import { z } from 'zod';
import { defineEvent } from './define-event';
import { contentHash, humanOrAssistant, jsonObject } from './fields';

export const projectCreated = defineEvent(
  'project.created',
  '1.0.0',
  {
    project_id: z.string(),
    project_name: z.string(),
    description: z.string().nullable().default(null),
    project_type: z.string().nullable().default(null),
    initial_context: jsonObject.default({}),
    style_preferences: jsonObject.default({}),
    created_by: humanOrAssistant.default('user'),
    parent_project_id: z.string().nullable().default(null),
  },
  { summary: 'A project has been given a name and a place on the board.', subject: 'project_id' },
);

export const styleChosen = defineEvent(
  'style.chosen',
  '1.0.0',
  {
    project_id: z.string(),
    style_name: z.string(),
    style_category: z.enum(['visual', 'mood', 'technique', 'reference']),
    asset_id: contentHash.nullable().default(null),
    style_parameters: jsonObject.default({}),
    reference_assets: z.array(z.string()).default([]),
    style_prompt: z.string().nullable().default(null),
    chosen_by: z.string().default(''),
    reason: z.string().nullable().default(null),
    alternatives_considered: z.array(z.unknown()).default([]),
  },
  { summary: 'A style has been decided on for a project.', subject: 'project_id' },
);

export const contextUpdated = defineEvent(
  'context.updated',
  '1.0.0',
  {
    project_id: z.string(),
    context_type: z.enum(['character', 'narrative', 'visual', 'technical']),
    update_type: z.enum(['addition', 'modification', 'removal']),
    context_key: z.string(),
    new_value: z.unknown().default({}),
    previous_value: z.unknown().default(null),
    updated_by: z.enum(['user', 'ai_assistant', 'system']).default('user'),
    update_reason: z.string().nullable().default(null),
    related_assets: z.array(z.string()).default([]),
    natural_language_description: z.string().nullable().default(null),
    impacts: z.array(z.unknown()).default([]),
  },
  { summary: 'Something that is known about a project has been added, changed or removed.', subject: 'project_id' },
);

export const characterDefined = defineEvent(
  'character.defined',
  '1.1.0',
  {
    project_id: z.string(),
    character_id: z.string(),
    character_name: z.string(),
    character_type: z.enum(['protagonist', 'supporting', 'background']),
    visual_description: jsonObject.default({}),
    personality_traits: z.array(z.string()).default([]),
    backstory: z.string().nullable().default(null),
    reference_assets: z.array(z.string()).default([]),
    style_guidelines: jsonObject.default({}),
    version: z.int().positive().default(1),
    previous_version_id: z.string().nullable().default(null),
    changes_from_previous: z.array(z.unknown()).default([]),
    reason: z.string().nullable().default(null),
  },
  { summary: 'A character has been described, or described anew.', subject: 'project_id' },
);

export const conceptApproved = defineEvent(
  'concept.approved',
  '1.0.0',
  {
    project_id: z.string(),
    concept_id: z.string(),
    concept_type: z.enum(['scene', 'sequence', 'overall']),
    concept_name: z.string(),
    description: z.string(),
    approved_by: humanOrAssistant.default('user'),
    approval_notes: z.string().nullable().default(null),
    concept_assets: z.array(z.string()).default([]),
    reference_materials: z.array(z.unknown()).default([]),
    production_notes: jsonObject.default({}),
    dependencies: z.array(z.string()).default([]),
  },
  { summary: 'A concept has been approved for production.', subject: 'project_id' },
);

export const creativeEvents = [projectCreated, styleChosen, contextUpdated, characterDefined, conceptApproved] as const;
