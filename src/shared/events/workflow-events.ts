import { z } from 'zod';
import { defineEvent } from './define-event';
import { contentHash, jsonObject, wholeNumber } from './fields';

export const workflowStarted = defineEvent(
  'workflow.started',
  '1.0.0',
  {
    workflow_id: z.string(),
    workflow_type: z.string(),
    workflow_name: z.string(),
    project_id: z.string().nullable().default(null),
    initiated_by: z.enum(['user', 'ai_assistant', 'scheduled']).default('user'),
    input_parameters: jsonObject.default({}),
    provider: z.string().nullable().default(null),
    estimated_duration_ms: wholeNumber.nullable().default(null),
    estimated_cost: z.number().nullable().default(null),
  },
  { summary: 'A generation or another piece of work with several steps has begun.', subject: 'workflow_id' },
);

export const workflowStepCompleted = defineEvent(
  'workflow.step_completed',
  '1.0.0',
  {
    workflow_id: z.string(),
    step_id: z.string(),
    step_name: z.string(),
    step_number: wholeNumber,
    total_steps: wholeNumber,
    status: z.enum(['completed', 'skipped', 'failed']),
    output_data: jsonObject.default({}),
    duration_ms: wholeNumber.default(0),
    resource_usage: jsonObject.default({}),
  },
  { summary: 'One step of a workflow has ended.', subject: 'workflow_id' },
);

export const workflowCompleted = defineEvent(
  'workflow.completed',
  '1.0.0',
  {
    workflow_id: z.string(),
    workflow_type: z.string(),
    total_duration_ms: wholeNumber,
    steps_completed: wholeNumber,
    output_assets: z.array(contentHash).default([]),
    output_metadata: jsonObject.default({}),
    total_cost: z.number().nullable().default(null),
    provider_used: z.string().nullable().default(null),
    resource_usage: jsonObject.default({}),
  },
  { summary: 'Every step of a workflow has ended and its results are known.', subject: 'workflow_id' },
);

export const workflowFailed = defineEvent(
  'workflow.failed',
  '1.0.0',
  {
    workflow_id: z.string(),
    workflow_type: z.string(),
    error_type: z.enum(['provider_error', 'validation_error', 'resource_limit']),
    error_message: z.string(),
    failed_at_step: z.string().nullable().default(null),
    error_details: jsonObject.default({}),
    is_retryable: z.boolean().default(false),
    retry_count: wholeNumber.default(0),
    max_retries: wholeNumber.default(3),
    duration_before_failure_ms: wholeNumber.default(0),
    partial_outputs: z.array(z.unknown()).default([]),
  },
  { summary: 'A workflow stopped before its end.', subject: 'workflow_id' },
);

export const workflowEvents = [workflowStarted, workflowStepCompleted, workflowCompleted, workflowFailed] as const;
