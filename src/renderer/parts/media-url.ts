const scheme = 'alice-media://';

/**
 * Where the main process serves the pixels of an asset: a `thumb` of at most 512 px, what a `screen` shows of it (at most 2,048 px), the
 * `picture` itself, or a `video` as it is played.
 */
export function mediaUrl(size: 'thumb' | 'screen' | 'picture' | 'video', content_hash: string): string {
  return `${scheme}${size}/${content_hash}`;
}
