import { z } from 'zod';
import { defineEvent } from './define-event';
import { contentHash, fileOperation, wholeNumber } from './fields';

export const assetSidecarDiscovered = defineEvent(
  'asset.sidecar_discovered',
  '1.0.0',
  {
    file_path: z.string(),
    sidecar_hash: contentHash,
    file_size: wholeNumber,
    project_name: z.string(),
  },
  { summary: 'A file that belongs beside a picture, its settings or notes, has stopped growing and its bytes have a name.' },
);

export const assetSidecarFiled = defineEvent(
  'asset.sidecar_filed',
  '1.0.0',
  {
    content_hash: contentHash,
    sidecar_hash: contentHash,
    source_path: z.string(),
    destination_path: z.string(),
    operation: fileOperation.default('copy'),
  },
  { summary: 'A verified copy of a sidecar lies durably beside its organized picture.', subject: 'content_hash' },
);

/** Files that travel with a picture. */
export const sidecarEvents = [assetSidecarDiscovered, assetSidecarFiled] as const;
