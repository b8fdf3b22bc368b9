import { join } from 'node:path';
import { t } from '@shared/language/language';
import type { FileMetadata } from '@shared/library/file-metadata';
import type { OwnRule } from '@shared/library/own-rule';
import type { ThumbHash } from '@shared/library/thumb-hash';
import type { ReadAsset } from '../../services/assets/assets-service';
import type { AssessImage, Fingerprint } from '../../services/quality/quality-service';
import { fileTrouble, fileTroubleInWords } from '../files/file-trouble';
import { MediaJobError, type MediaPool, PoisonousFileError } from './media-pool';

/** Where the thumbnail of some content lies; the first two digits spread the files over folders. */
export function thumbnailPath(thumbnails: string, contentHash: string): string {
  return join(thumbnails, contentHash.slice(0, 2), `${contentHash}.webp`);
}

const poisonous = {
  kind: 'trouble',
  reason: 'damaged',
  message: 'Reading this file crashed or stopped the decoder, or took more memory than it may have, twice. Alice and your other files are unharmed; the file lies untouched in the inbox.',
} as const;

/** Expected trouble that a job threw; anything else is a bug and thrown on. */
function troubleOf(error: unknown) {
  if (error instanceof PoisonousFileError) return poisonous;
  const code = error instanceof MediaJobError ? error.code : null;
  const known = code === null ? null : fileTrouble(Object.assign(new Error(), { code }));
  if (known === null) throw error;
  return { kind: 'trouble', ...known } as const;
}

/** The assets service's wish, fulfilled by the media processes. */
export function readAssetWith(pool: MediaPool, ownRules: () => readonly OwnRule[] = () => []): ReadAsset {
  return async (path, as = {}) => {
    try {
      const { inspection, file_time, file_size } = await pool.run({ kind: 'inspect', path, as: { ownRules: ownRules(), ...as } });
      if (inspection.kind === 'media') return { kind: 'read', inspection, file_time: new Date(file_time), file_size };
      const reason = inspection.kind === 'not-media' ? 'not_media' : 'unreadable';
      return { kind: 'trouble', reason, message: inspection.reason };
    } catch (error) {
      return troubleOf(error);
    }
  };
}

/** The quality service's wish. A folder of null makes no thumbnails. */
export function assessImageWith(pool: MediaPool, thumbnails: string | null): AssessImage {
  return async (path, contentHash) => {
    try {
      const thumbnail = thumbnails === null ? null : thumbnailPath(thumbnails, contentHash);
      return await pool.run({ kind: 'assess', path, thumbnail });
    } catch (error) {
      return troubleOf(error);
    }
  };
}

/** All that stands in a file, or a sentence that says why it cannot be read. */
export function metadataWith(pool: MediaPool): (path: string) => Promise<FileMetadata | { readonly problem: string }> {
  return async (path) => {
    try {
      return (await pool.run({ kind: 'metadata', path })) ?? { problem: t('This is not a picture or video that Alice knows.') };
    } catch (error) {
      if (error instanceof PoisonousFileError) {
        return { problem: t('Reading this file crashed or stopped the reader, twice. The file is untouched.') };
      }
      if (!(error instanceof MediaJobError)) throw error;
      const { code, message } = error;
      if (code === 'ENOENT') return { problem: t('The file is not where it was filed.') };
      const known = code === null ? null : fileTroubleInWords(Object.assign(new Error(), { code }));
      return { problem: known ?? t('The file could not be read: {error}.', { error: message }) };
    }
  };
}

/** What a filed picture shows; null when it could not be read. */
export type FingerprintOf = (path: string, contentHash: string) => Promise<{ readonly phash: Fingerprint } | null>;

/**
 * What filed pictures show, from the thumbnails that there are, else from the files themselves; a picture that cannot be
 * decoded shows nothing.
 */
export function fingerprintWith(pool: MediaPool, thumbnails: string): FingerprintOf {
  return async (path, contentHash) => {
    try {
      return await pool.run({ kind: 'fingerprint', path, thumbnail: thumbnailPath(thumbnails, contentHash) });
    } catch (error) {
      if (error instanceof PoisonousFileError) return { phash: null };
      throw error;
    }
  };
}

/** What stands for a picture while its thumbnail loads; null when it has no thumbnail yet. */
export type ThumbHashOf = (contentHash: string) => Promise<ThumbHash | null>;

/** Made of thumbnails alone: they are small, and the media process made them itself. */
export function thumbHashWith(pool: MediaPool, thumbnails: string): ThumbHashOf {
  return (contentHash) => pool.run({ kind: 'thumb-hash', path: thumbnailPath(thumbnails, contentHash) });
}
