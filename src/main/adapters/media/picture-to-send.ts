import { createHash } from 'node:crypto';
import { t } from '@shared/language/language';
import type { PictureBytes, StagePicture } from '../../services/quality/stages/stage';
import { StageTrouble } from '../../services/quality/stages/stage';
import { openFileSource } from '../files/file-source';
import type { MediaPool } from './media-pool';

/** Bytes of an original that is sent. */
const mostBytes = 20 * 1024 * 1024;

/** A picture for stages that look at it: decoded in a media process only, and made small once however many of them want it. */
export function pictureToSend(pool: MediaPool): (contentHash: string, path: string) => StagePicture {
  return (content_hash, path) => {
    let preview: Promise<PictureBytes> | null = null;
    let original: Promise<PictureBytes> | null = null;
    return {
      content_hash,
      path,
      preview: () => (preview ??= previewOf(pool, path)),
      original: () => (original ??= originalOf(content_hash, path)),
    };
  };
}

async function previewOf(pool: MediaPool, path: string): Promise<PictureBytes> {
  try {
    return { bytes: await pool.run({ kind: 'preview', path }), content_type: 'image/jpeg' };
  } catch {
    throw new StageTrouble(() => t('No preview of the picture could be made, so nothing was sent.'), 'picture');
  }
}

async function originalOf(contentHash: string, path: string): Promise<PictureBytes> {
  const bytes = await bytesOf(path);
  // Between its rating and now another file may have got its name.
  if (createHash('sha256').update(bytes).digest('hex') !== contentHash) {
    throw new StageTrouble(() => t('The file was changed since it was found, so it was not sent.'), 'picture');
  }
  return { bytes, content_type: contentTypeOf(bytes) };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const source = await openFileSource(path).catch(() => { throw new StageTrouble(() => t('The file could not be read, so nothing was sent.'), 'picture'); });
  try {
    if (source.size > mostBytes) {
      const size = Math.ceil(source.size / 1024 / 1024);
      throw new StageTrouble(() => t('The file has {size, number} MB, and at most 20 MB are sent. Let the stage send previews instead.', { size }), 'picture');
    }
    return await source.read(0, source.size);
  } finally {
    await source.close();
  }
}

const beginnings: readonly (readonly [type: string, offset: number, text: string])[] = [
  ['image/png', 1, 'PNG'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/webp', 8, 'WEBP'],
  ['image/gif', 0, 'GIF8'],
  ['image/bmp', 0, 'BM'],
  ['image/tiff', 0, 'II*\0'],
  ['image/tiff', 0, 'MM\0*'],
  ['image/avif', 8, 'avif'],
  ['image/avif', 8, 'avis'],
  ['image/heic', 8, 'heic'],
  ['image/heic', 8, 'mif1'],
];

/** What the bytes are, by their beginning; the name says nothing. */
export function contentTypeOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return beginnings.find(([, offset, text]) => head.startsWith(text, offset))?.[0] ?? 'application/octet-stream';
}
