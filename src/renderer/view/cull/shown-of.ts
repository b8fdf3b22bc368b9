import type { LibraryCard } from '@shared/library/library-answer';
import type { Shown } from './picture-stage';

/** What a stage shows of a picture in the library. */
export function shownOf(card: LibraryCard | null): Shown | null {
  if (card === null) return null;
  const { content_hash, file_name: name, width, height, media_type, missing } = card;
  return { content_hash, name, size: width === null || height === null ? null : { width, height }, media_type, missing };
}

/** Whether there is an original that the window could draw. */
export const hasOriginal = ({ media_type, missing }: LibraryCard) => media_type === 'image' && missing === null;
