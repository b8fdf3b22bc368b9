import { useEffect } from 'react';
import { bringCards, cardNow } from '../../store/use-library-cards';
import { originals, thumbnails } from './decoded-pictures';
import { hasOriginal } from './shown-of';

/** Places beside the one that is looked at, the one that is wanted soonest first. */
const originalsAt = [0, 1, 2, -1, 3] as const;
const thumbnailsAt = [0, 1, 2, 3, 4, 5, 6, -1, -2, 7, 8, 9, 10, 11, 12, 13, 14, 15, -3, -4] as const;

/** Has pixels ready around a place. @param also numbers of pictures that are in sight beside it */
export function useAhead(ids: Uint32Array, at: number, also: readonly number[] = []): void {
  const key = also.join();
  useEffect(() => {
    let left = false;
    const inSight = key === '' ? [] : key.split(',').map(Number);
    const around = (places: readonly number[]) => [...inSight, ...places.map((by) => ids[at + by] ?? 0)];
    const want = () => {
      const cards = (places: readonly number[]) => around(places).map(cardNow).filter((card) => card !== null);
      thumbnails.want(cards(thumbnailsAt).map(({ content_hash }) => content_hash));
      originals.want(cards(originalsAt).filter(hasOriginal).map(({ content_hash }) => content_hash));
    };
    want();
    void bringCards(around(thumbnailsAt).filter((id) => id > 0)).then(() => {
      if (!left) want();
    });
    return () => {
      left = true;
    };
  }, [ids, at, key]);
}
