import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { catalog, familyOf, InvalidEventError, isEventType, parseEvent, typesOfFamily } from './catalog';
import { assetDiscovered } from './asset-events';
import { type Origin, stampEvent } from './envelope';
import { matchesPattern } from './pattern';
import { projectCreated } from './creative-events';

const hash = 'ab'.repeat(32);
const origin: Origin = { source: 'test', actor: 'user' };
const required = Symbol('required');

/** The published contract, field by field: a value is the default, `required` says that there is none. */
const published: Record<string, Record<string, unknown>> = {
  'asset.discovered': {
    file_path: required, content_hash: required, file_size: required, media_type: required, project_name: required,
    source_type: null, inbox_path: '', discovery_source: 'file_scan', fetched_from: null,
  },
  'asset.processed': {
    content_hash: required, file_path: required, metadata: {}, extracted_metadata: {}, generation_params: {},
    processing_duration_ms: 0, processor_version: '',
  },
  'asset.organized': {
    content_hash: required, source_path: required, destination_path: required, project_name: required, source_type: required,
    date_folder: required, quality_folder: null, operation: 'copy', sequence_number: null,
  },
  'quality.assessed': {
    content_hash: required, file_path: required, star_rating: required, combined_score: required, brisque_score: null,
    sightengine_score: null, claude_assessment: null, quality_issues: [], pipeline_mode: 'basic', assessment_duration_ms: 0,
    stages_completed: [],
  },
  'metadata.updated': {
    content_hash: required, file_path: null, metadata_type: required, updated_fields: required, metadata: {},
    update_reason: required, previous_version: null,
  },
  'workflow.started': {
    workflow_id: required, workflow_type: required, workflow_name: required, project_id: null, initiated_by: 'user',
    input_parameters: {}, provider: null, estimated_duration_ms: null, estimated_cost: null,
  },
  'workflow.step_completed': {
    workflow_id: required, step_id: required, step_name: required, step_number: required, total_steps: required,
    status: required, output_data: {}, duration_ms: 0, resource_usage: {},
  },
  'workflow.completed': {
    workflow_id: required, workflow_type: required, total_duration_ms: required, steps_completed: required, output_assets: [],
    output_metadata: {}, total_cost: null, provider_used: null, resource_usage: {},
  },
  'workflow.failed': {
    workflow_id: required, workflow_type: required, error_type: required, error_message: required, failed_at_step: null,
    error_details: {}, is_retryable: false, retry_count: 0, max_retries: 3, duration_before_failure_ms: 0, partial_outputs: [],
  },
  'project.created': {
    project_id: required, project_name: required, description: null, project_type: null, initial_context: {},
    style_preferences: {}, created_by: 'user', parent_project_id: null,
  },
  'style.chosen': {
    project_id: required, style_name: required, style_category: required, asset_id: null, style_parameters: {},
    reference_assets: [], style_prompt: null, chosen_by: '', reason: null, alternatives_considered: [],
  },
  'context.updated': {
    project_id: required, context_type: required, update_type: required, context_key: required, new_value: {},
    previous_value: null, updated_by: 'user', update_reason: null, related_assets: [], natural_language_description: null,
    impacts: [],
  },
  'character.defined': {
    project_id: required, character_id: required, character_name: required, character_type: required, visual_description: {},
    personality_traits: [], backstory: null, reference_assets: [], style_guidelines: {}, version: 1, previous_version_id: null,
    changes_from_previous: [], reason: null,
  },
  'concept.approved': {
    project_id: required, concept_id: required, concept_type: required, concept_name: required, description: required,
    approved_by: 'user', approval_notes: null, concept_assets: [], reference_materials: [], production_notes: {}, dependencies: [],
  },
};

/** The words that the contract allows where it allows only some. */
const words: Record<string, readonly string[]> = {
  'asset.discovered.media_type': ['image', 'video'],
  'asset.discovered.discovery_source': ['file_scan', 'watch_mode', 'manual'],
  'asset.organized.operation': ['copy', 'move'],
  'quality.assessed.pipeline_mode': ['basic', 'standard', 'premium'],
  'metadata.updated.metadata_type': ['embedded', 'cached', 'database'],
  'metadata.updated.update_reason': ['quality_assessment', 'user_edit', 'ai_analysis'],
  'workflow.started.initiated_by': ['user', 'ai_assistant', 'scheduled'],
  'workflow.step_completed.status': ['completed', 'skipped', 'failed'],
  'workflow.failed.error_type': ['provider_error', 'validation_error', 'resource_limit'],
  'project.created.created_by': ['user', 'ai_assistant'],
  'style.chosen.style_category': ['visual', 'mood', 'technique', 'reference'],
  'context.updated.context_type': ['character', 'narrative', 'visual', 'technical'],
  'context.updated.update_type': ['addition', 'modification', 'removal'],
  'context.updated.updated_by': ['user', 'ai_assistant', 'system'],
  'character.defined.character_type': ['protagonist', 'supporting', 'background'],
  'concept.approved.concept_type': ['scene', 'sequence', 'overall'],
  'concept.approved.approved_by': ['user', 'ai_assistant'],
};

const rowOf = (type: string) => catalog.find((row) => row.type === type)!;

describe('[B10] the published contract', () => {
  it.each(Object.entries(published))('[B10] %s has exactly these fields and defaults', (type, fields) => {
    const { shape } = rowOf(type).payload as z.ZodObject;
    const found = Object.entries(shape).map(([name, field]) => {
      const without = z.safeParse(field, undefined);
      return [name, without.success ? without.data : required] as [string, unknown];
    });
    expect(Object.fromEntries(found)).toEqual(fields);
    expect(Object.keys(shape).sort()).toEqual(Object.keys(fields).sort());
  });

  it.each(Object.entries(words))('[B10] %s allows exactly its words', (place, allowed) => {
    const [, type = '', field = ''] = /^(\w+\.\w+)\.(\w+)$/.exec(place) ?? [];
    const schema = (rowOf(type).payload as z.ZodObject).shape[field]!;
    const json = z.toJSONSchema(schema as z.ZodType, { io: 'input' }) as { enum?: string[] };
    expect(json.enum).toEqual(allowed);
  });

  it('[B10] a rating is one to five stars, a score between nought and one', () => {
    const { shape } = rowOf('quality.assessed').payload as z.ZodObject;
    const fits = (name: string, value: unknown) => z.safeParse(shape[name] as z.ZodType, value).success;
    expect([0, 1, 5, 6, 2.5].map((value) => fits('star_rating', value))).toEqual([false, true, true, false, false]);
    expect([-0.01, 0, 1, 1.01].map((value) => fits('combined_score', value))).toEqual([false, true, true, false]);
  });

  it('[B10] no type is named twice, and every type has a family and says when it is true', () => {
    expect(new Set(catalog.map(({ type }) => type)).size).toBe(catalog.length);
    for (const { type, summary } of catalog) {
      expect(typesOfFamily(familyOf(type))).toContain(type);
      expect(summary).toMatch(/^[A-Z].+\.$/);
    }
    expect(familyOf('from.tomorrow')).toBe('system');
    expect(isEventType('from.tomorrow')).toBe(false);
  });
});

describe('[B12] the envelope', () => {
  const draft = assetDiscovered({ file_path: '/a', content_hash: hash, file_size: 1, media_type: 'image', project_name: 'p' });

  it('[B12] stamps id, time, version, source, story, cause, actor and subject', () => {
    const cause = stampEvent(draft, origin);
    const now = () => new Date('2026-03-04T05:06:07.089Z');
    const event = stampEvent(draft, { source: 'assets', actor: 'service:assets', correlation_id: 'story', causation_id: cause.event_id }, now);
    expect(event).toEqual({
      event_id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      event_type: 'asset.discovered', timestamp: '2026-03-04T05:06:07.089Z', source: 'assets', version: '1.1.0',
      correlation_id: 'story', causation_id: cause.event_id, actor: 'service:assets', subject: hash, data: draft.data,
    });
    expect(cause).toMatchObject({ correlation_id: cause.event_id, causation_id: null });
  });

  it('[B9] gives an event its id once: two reads are one id, two events are two', () => {
    const event = stampEvent(draft, origin);
    const ids = new Set(Array.from({ length: 5_000 }, () => stampEvent(draft, origin).event_id));
    expect(parseEvent(event).event_id).toBe(event.event_id);
    expect(JSON.parse(JSON.stringify(event))).toMatchObject({ event_id: event.event_id });
    expect(ids.size).toBe(5_000);
  });

  it('[B12] takes the subject from the payload, and leaves it empty where there is none', () => {
    expect(projectCreated({ project_id: 'p1', project_name: 'P' }).subject).toBe('p1');
    expect(rowOf('hub.stopped')({ reason: 'closed' } as never).subject).toBeNull();
  });

  it('[B6] fills in defaults where they are left out', () => {
    expect(parseEvent(stampEvent(draft, origin)).data).toMatchObject({ source_type: null, inbox_path: '', discovery_source: 'file_scan' });
  });

  const good = stampEvent(draft, origin) as unknown as Record<string, unknown>;
  it.each([
    ['data.content_hash', { ...good, data: { ...draft.data, content_hash: 'ABC' } }],
    ['data.file_size', { ...good, data: { ...draft.data, file_size: -1 } }],
    ['data.file_size', { ...good, data: { ...draft.data, file_size: 1.5 } }],
    ['data.media_type', { ...good, data: { ...draft.data, media_type: 'audio' } }],
    ['data', { ...good, data: { ...draft.data, surprise: 1 } }],
    ['data', { ...good, data: null }],
    ['event_id', { ...good, event_id: 'one' }],
    ['timestamp', { ...good, timestamp: '2026-03-04 05:06' }],
    ['version', { ...good, version: '1' }],
    ['actor', { ...good, actor: 'somebody' }],
    ['event_type', { ...good, event_type: 'asset.invented' }],
    ['event_type', 'no object at all'],
    ['event_type', null],
  ])('[B6] an event that does not fit names the field: %s', (field, event) => {
    let thrown: unknown;
    try {
      parseEvent(event);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InvalidEventError);
    expect(thrown).toMatchObject({ field, message: expect.stringContaining(field) });
  });

  it('[B6] keys of JavaScript objects do nothing to the hub', () => {
    const hostile = JSON.parse(`{"__proto__": {"polluted": true}, "event_type": "__proto__"}`) as unknown;
    expect(() => parseEvent(hostile)).toThrow(InvalidEventError);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

it.each([
  ['*', 'asset.discovered', true],
  ['asset.*', 'asset.discovered', true],
  ['asset.*', 'assets.discovered', false],
  ['asset.*', 'asset', false],
  ['asset.discovered', 'asset.discovered', true],
  ['asset.discovered', 'asset.discovered.late', false],
  ['asset', 'asset.discovered', false],
])('[B1] the pattern %s and the type %s: %s', (pattern, type, meant) => {
  expect(matchesPattern(pattern, type)).toBe(meant);
});
