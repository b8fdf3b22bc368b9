import { useEffect, useSyncExternalStore } from 'react';
import { mediaUrl } from '../../parts/media-url';
import { type Kept, type KeptPictures, keepPictures, type Loading } from './kept-pictures';

/** Has the browser fetch and decode a picture away from the main thread. */
function load(size: 'thumb' | 'screen' | 'picture', hash: string): Loading<HTMLImageElement> {
  const picture = new Image();
  picture.decoding = 'async';
  picture.draggable = false;
  picture.alt = '';
  picture.src = mediaUrl(size, hash);
  return { picture, ready: picture.decode(), drop: () => picture.removeAttribute('src') };
}

/** What a screen shows of a picture: two thousand pixels a side, decoded and drawn in a moment. They are made one after another. */
export const screens = keepPictures((hash) => load('screen', hash), { most: 8, atOnce: 1 });
/** Whole pictures are large: a dozen megapixels are fifty megabytes. Only what is looked at closely is held. */
const originals = keepPictures((hash) => load('picture', hash), { most: 4, atOnce: 2 });
export const thumbnails = keepPictures((hash) => load('thumb', hash), { most: 32, atOnce: 6 });

/** A picture once it can be drawn without a pause. */
export function useKept(from: KeptPictures<HTMLImageElement>, hash: string | null): Kept<HTMLImageElement> | undefined {
  return useSyncExternalStore(from.subscribe, () => (hash === null ? undefined : from.of(hash)));
}

/** How many look closely at a picture, by hash. */
const closely = new Map<string, number>();

/** Has the whole picture while `wanted`: a screen's worth of it is too little when one goes closer. */
export function useOriginal(hash: string | null, wanted: boolean): Kept<HTMLImageElement> | undefined {
  useEffect(() => {
    if (hash === null || !wanted) return;
    const count = (by: number) => {
      const left = (closely.get(hash) ?? 0) + by;
      if (left > 0) closely.set(hash, left);
      else closely.delete(hash);
      originals.want([...closely.keys()]);
    };
    count(1);
    return () => count(-1);
  }, [hash, wanted]);
  return useKept(originals, hash);
}

/** Lets go of all pixels. */
export function letGoOfPictures(): void {
  screens.want([]);
  thumbnails.want([]);
}
