import { z } from 'zod';
import { defineEvent } from './define-event';
import { calendarDay, contentHash, fileOperation, mediaType, wholeNumber } from './fields';

/** A path that changed hands beside the picture's own: a sidecar's. */
const sidecarMove = z.strictObject({ from_path: z.string(), to_path: z.string() });

export const assetMoved = defineEvent(
  'asset.moved',
  '1.0.0',
  { content_hash: contentHash, from_path: z.string(), to_path: z.string(), sidecars: z.array(sidecarMove).default([]) },
  { summary: 'An organized file was found at another place: someone moved or renamed it outside Alice.', subject: 'content_hash' },
);

export const assetMissing = defineEvent(
  'asset.missing',
  '1.0.0',
  { content_hash: contentHash, file_path: z.string(), reason: z.enum(['gone', 'replaced']) },
  { summary: 'An organized file no longer lies where it was filed, or other bytes lie there; all that is known of it is kept.', subject: 'content_hash' },
);

export const assetReturned = defineEvent(
  'asset.returned',
  '1.0.0',
  { content_hash: contentHash, file_path: z.string() },
  { summary: 'A missing file lies at its place again, with the same bytes.', subject: 'content_hash' },
);

export const assetAdopted = defineEvent(
  'asset.adopted',
  '1.0.0',
  {
    content_hash: contentHash,
    file_path: z.string(),
    file_size: wholeNumber,
    media_type: mediaType,
    project_name: z.string(),
    source_type: z.string(),
    date_folder: calendarDay,
    quality_folder: z.string().nullable().default(null),
  },
  { summary: 'A file that lay in the organized folder without a history has been taken into the library where it lies.', subject: 'content_hash' },
);

export const assetRefiled = defineEvent(
  'asset.refiled',
  '1.0.0',
  {
    content_hash: contentHash,
    from_path: z.string(),
    to_path: z.string(),
    project_name: z.string(),
    source_type: z.string(),
    date_folder: calendarDay,
    quality_folder: z.string().nullable().default(null),
    reason: z.enum(['rating', 'project', 'metadata', 'undo', 'mended']),
    sidecars: z.array(sidecarMove).default([]),
    undo_id: z.string().nullable().default(null),
    undone_event_id: z.string().nullable().default(null),
  },
  { summary: 'Alice has moved an organized file to the folder where it belongs now, by the same verified way as it was filed.', subject: 'content_hash' },
);

export const assetRefileRequested = defineEvent(
  'asset.refile_requested',
  '1.0.0',
  {
    content_hash: contentHash,
    file_path: z.string(),
    project_name: z.string(),
    source_type: z.string(),
    date_folder: calendarDay,
    quality_folder: z.string().nullable().default(null),
    reason: z.enum(['rating', 'project', 'metadata', 'mended']),
  },
  { summary: 'An organized file is to be moved to the folder where it belongs by what is known of it now.', subject: 'content_hash' },
);

export const assetRefileRefused = defineEvent(
  'asset.refile_refused',
  '1.0.0',
  {
    content_hash: contentHash,
    file_path: z.string(),
    reason: z.enum(['changed', 'missing', 'superseded', 'file_operation_failed']),
    message: z.string(),
  },
  { summary: 'An organized file was not moved to where it belongs; nothing was touched and the reason is known.', subject: 'content_hash' },
);

export const assetUnfiled = defineEvent(
  'asset.unfiled',
  '1.0.0',
  {
    content_hash: contentHash,
    organized_path: z.string(),
    file_path: z.string(),
    operation: fileOperation,
    trash_path: z.string().nullable().default(null),
    sidecars: z.array(sidecarMove).default([]),
    undo_id: z.string(),
    undone_event_id: z.string(),
  },
  { summary: 'A filing was taken back: the file lies in the inbox again, and its organized copy is gone from there or in the trash.', subject: 'content_hash' },
);

export const assetUndoRequested = defineEvent(
  'asset.undo_requested',
  '1.0.0',
  { undo_id: z.string(), content_hash: contentHash, undone_event_id: z.string(), undone_sequence: z.int().positive() },
  { summary: 'One file operation is to be taken back, as part of what a person asked to undo.', subject: 'content_hash' },
);

export const assetUndoRefused = defineEvent(
  'asset.undo_refused',
  '1.0.0',
  {
    undo_id: z.string(),
    content_hash: contentHash,
    undone_event_id: z.string(),
    reason: z.enum(['changed', 'missing', 'in_the_way', 'superseded', 'already_undone', 'file_operation_failed']),
    message: z.string(),
  },
  { summary: 'A file operation could not be taken back; nothing was touched and the reason is known.', subject: 'content_hash' },
);

/** What becomes of organized files after they were filed. */
export const careEvents = [
  assetMoved, assetMissing, assetReturned, assetAdopted, assetRefiled, assetRefileRequested, assetRefileRefused,
  assetUnfiled, assetUndoRequested, assetUndoRefused,
] as const;
