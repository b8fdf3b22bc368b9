import { useSyncExternalStore } from 'react';
import { mediaUrl } from '../../parts/media-url';
import { type Kept, type KeptPictures, keepPictures, type Loading } from './kept-pictures';

/** Has the browser fetch and decode a picture away from the main thread. */
function load(size: 'thumb' | 'picture', hash: string): Loading<HTMLImageElement> {
  const picture = new Image();
  picture.decoding = 'async';
  picture.draggable = false;
  picture.alt = '';
  picture.src = mediaUrl(size, hash);
  return { picture, ready: picture.decode(), drop: () => picture.removeAttribute('src') };
}

/** Whole pictures are large: a dozen megapixels are fifty megabytes. */
export const originals = keepPictures((hash) => load('picture', hash), { most: 6, atOnce: 2 });
export const thumbnails = keepPictures((hash) => load('thumb', hash), { most: 32, atOnce: 6 });

/** A picture once it can be drawn without a pause. */
export function useKept(from: KeptPictures<HTMLImageElement>, hash: string | null): Kept<HTMLImageElement> | undefined {
  return useSyncExternalStore(from.subscribe, () => (hash === null ? undefined : from.of(hash)));
}

/** Lets go of all pixels. */
export function letGoOfPictures(): void {
  originals.want([]);
  thumbnails.want([]);
}
