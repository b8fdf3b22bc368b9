import type { LibraryCard } from '@shared/library/library-answer';
import { useEffect, useRef } from 'react';
import { bringCards, cardNow } from '../../store/use-library-cards';
import { screens, thumbnails } from './decoded-pictures';
import { hasOriginal } from './shown-of';

/** Places beside the one that is looked at, the one that is wanted soonest first. */
const screensAt = [0, 1, 2, -1, 3, 4] as const;
const thumbnailsAt = [0, 1, 2, 3, 4, 5, 6, -1, -2, 7, 8, 9, 10, 11, 12, 13, 14, 15, -3, -4] as const;

/**
 * Who goes on sooner than this is in a hurry and looks at the whole, not at details. Pictures that do not come faster than the person
 * goes on would only cost frames: they wait until the person rests.
 */
const hurry = { ms: 350, pace: 170 } as const;

const keepsPace = () => (screens.pace() ?? Number.POSITIVE_INFINITY) <= hurry.pace;

/** Has pixels ready around a place. @param also numbers of pictures that are in sight beside it */
export function useAhead(ids: Uint32Array, at: number, also: readonly number[] = []): void {
  const key = also.join();
  const stepped = useRef(0);
  useEffect(() => {
    let left = false;
    let rested = performance.now() - stepped.current > hurry.ms;
    stepped.current = performance.now();
    const isWanted = (card: LibraryCard) => hasOriginal(card) && (rested || keepsPace());
    const inSight = key === '' ? [] : key.split(',').map(Number);
    const around = (places: readonly number[]) => [...inSight, ...places.map((by) => ids[at + by] ?? 0)];
    const want = () => {
      const cards = (places: readonly number[]) => around(places).map(cardNow).filter((card) => card !== null);
      thumbnails.want(cards(thumbnailsAt).map(({ content_hash }) => content_hash));
      screens.want(cards(screensAt).filter(isWanted).map(({ content_hash }) => content_hash));
    };
    want();
    void bringCards(around(thumbnailsAt).filter((id) => id > 0)).then(() => {
      if (!left) want();
    });
    const rest = setTimeout(() => {
      rested = true;
      want();
    }, hurry.ms);
    return () => {
      left = true;
      clearTimeout(rest);
    };
  }, [ids, at, key]);
}
