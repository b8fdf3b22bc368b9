import { z } from 'zod';
import { defineEvent } from './define-event';
import { contentHash, jsonObject, wholeNumber } from './fields';

export const notRatedReason = z.enum(['video', 'too_small', 'no_texture', 'format_not_decoded']);

export const qualityAssessed = defineEvent(
  'quality.assessed',
  '1.0.0',
  {
    content_hash: contentHash,
    file_path: z.string(),
    star_rating: z.int().min(1).max(5),
    combined_score: z.number().min(0).max(1),
    brisque_score: z.number().nullable().default(null),
    sightengine_score: z.number().nullable().default(null),
    claude_assessment: jsonObject.nullable().default(null),
    quality_issues: z.array(z.string()).default([]),
    pipeline_mode: z.enum(['basic', 'standard', 'premium']).default('basic'),
    assessment_duration_ms: wholeNumber.default(0),
    stages_completed: z.array(z.string()).default([]),
  },
  { summary: 'The technical quality of a picture has been measured and expressed in stars.', subject: 'content_hash' },
);

export const qualityNotRated = defineEvent(
  'quality.not_rated',
  '1.0.0',
  {
    content_hash: contentHash,
    file_path: z.string(),
    reason: notRatedReason,
    message: z.string(),
  },
  { summary: 'A file was left without a rating because a number would mean nothing; the reason is known.', subject: 'content_hash' },
);

export const stageCompleted = defineEvent(
  'quality.stage_completed',
  '1.0.0',
  {
    content_hash: contentHash,
    stage: z.string(),
    /** 0 poor … 1 good; null when the stage gives none. */
    score: z.number().min(0).max(1).nullable().default(null),
    /** What the stage says beside its score. */
    result: jsonObject.default({}),
    /** What it cost, as the stage was registered; null when nothing. */
    cost: z.string().nullable().default(null),
    duration_ms: wholeNumber.default(0),
  },
  { summary: 'A stage of the quality pipeline that was added to the built-in one has looked at a picture.', subject: 'content_hash' },
);

export const stageFailed = defineEvent(
  'quality.stage_failed',
  '1.0.0',
  { content_hash: contentHash, stage: z.string(), message: z.string() },
  { summary: 'A stage of the quality pipeline gave no answer about a picture; its rating is made without it.', subject: 'content_hash' },
);

export const measuredEvents = [qualityAssessed, qualityNotRated, stageCompleted, stageFailed] as const;
