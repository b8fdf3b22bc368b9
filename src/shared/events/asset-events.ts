import { z } from 'zod';
import { defineEvent } from './define-event';
import { calendarDay, contentHash, fileOperation, jsonObject, mediaType, wholeNumber } from './fields';

/** The stages a file passes; a file that is set aside says at which of them. */
export const stage = z.enum(['intake', 'assets', 'quality', 'organizer', 'sidecars']);

/** Why a file was set aside. The sentence for people stands beside it in `message`. */
export const setAsideReason = z.enum([
  'empty',
  'not_media',
  'not_a_regular_file',
  'name_not_text',
  'unreadable',
  'damaged',
  'vanished',
  'changed_while_read',
  'no_permission',
  'disk_full',
  'read_only',
  'copy_differs',
  'file_operation_failed',
  'name_too_long',
  'timed_out',
  'sidecar_alone',
  'internal_error',
]);

export const assetDetected = defineEvent(
  'asset.detected',
  '1.0.0',
  {
    file_path: z.string(),
    file_size: wholeNumber,
    project_name: z.string(),
    discovery_source: z.enum(['file_scan', 'watch_mode', 'manual']).default('file_scan'),
  },
  { summary: 'A file has appeared in the inbox; it may still be growing and has no identity yet.' },
);

export const assetDiscovered = defineEvent(
  'asset.discovered',
  '1.1.0',
  {
    file_path: z.string(),
    content_hash: contentHash,
    file_size: wholeNumber,
    media_type: mediaType,
    project_name: z.string(),
    source_type: z.string().nullable().default(null),
    inbox_path: z.string().default(''),
    discovery_source: z.enum(['file_scan', 'watch_mode', 'manual']).default('file_scan'),
    fetched_from: z.string().nullable().default(null),
  },
  { summary: 'A file in the inbox has stopped growing and its bytes have a name.', subject: 'content_hash' },
);

export const assetProcessed = defineEvent(
  'asset.processed',
  '1.0.0',
  {
    content_hash: contentHash,
    file_path: z.string(),
    metadata: jsonObject.default({}),
    extracted_metadata: jsonObject.default({}),
    generation_params: jsonObject.default({}),
    processing_duration_ms: wholeNumber.default(0),
    processor_version: z.string().default(''),
  },
  { summary: 'What the file says about itself has been read: size, day, tool, prompt, seed and model.', subject: 'content_hash' },
);

export const assetOrganized = defineEvent(
  'asset.organized',
  '1.0.0',
  {
    content_hash: contentHash,
    source_path: z.string(),
    destination_path: z.string(),
    project_name: z.string(),
    source_type: z.string(),
    date_folder: calendarDay,
    quality_folder: z.string().nullable().default(null),
    operation: fileOperation.default('copy'),
    sequence_number: z.int().positive().nullable().default(null),
  },
  { summary: 'A verified copy lies durably at its organized path; after a move the original has left the inbox.', subject: 'content_hash' },
);

export const assetDuplicated = defineEvent(
  'asset.duplicated',
  '1.0.0',
  {
    content_hash: contentHash,
    file_path: z.string(),
    original_path: z.string(),
    project_name: z.string(),
  },
  { summary: 'The file holds the same bytes as one that is organized already; it is linked to it and left where it is.', subject: 'content_hash' },
);

export const assetSetAside = defineEvent(
  'asset.set_aside',
  '2.0.0',
  {
    file_path: z.string(),
    content_hash: contentHash.nullable().default(null),
    file_size: wholeNumber.nullable().default(null),
    stage,
    reason: setAsideReason,
    message: z.string(),
  },
  { summary: 'A file could not be taken further; it lies untouched in the inbox and the reason is known.', subject: 'content_hash' },
);

export const assetRetryRequested = defineEvent(
  'asset.retry_requested',
  '1.0.0',
  { file_path: z.string() },
  { summary: 'A person asked that a file which was set aside be tried again.' },
);

export const assetWithdrawn = defineEvent(
  'asset.withdrawn',
  '1.0.0',
  { file_path: z.string(), content_hash: contentHash.nullable().default(null) },
  { summary: 'A file that was waiting or set aside has been taken out of the inbox by someone else.', subject: 'content_hash' },
);

export const metadataUpdated = defineEvent(
  'metadata.updated',
  '1.0.0',
  {
    content_hash: contentHash,
    file_path: z.string().nullable().default(null),
    metadata_type: z.enum(['embedded', 'cached', 'database']),
    updated_fields: z.array(z.string()),
    metadata: jsonObject.default({}),
    update_reason: z.enum(['quality_assessment', 'user_edit', 'ai_analysis']),
    previous_version: jsonObject.nullable().default(null),
  },
  { summary: 'Metadata of an asset has been changed after it was first read.', subject: 'content_hash' },
);

export const intakeEvents = [
  assetDetected,
  assetDiscovered,
  assetProcessed,
  assetOrganized,
  assetDuplicated,
  assetSetAside,
  assetRetryRequested,
  assetWithdrawn,
  metadataUpdated,
] as const;
