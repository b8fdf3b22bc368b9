import type { RatingBands } from '@shared/library/rating';

/** The least distance of two limits: a band is never empty. */
const apart = 1;
const least = 1;
const most = 100;

/** How far a limit may be moved without crossing its neighbours. */
export function roomOf(bands: RatingBands, index: number): { readonly from: number; readonly to: number } {
  const [before, after] = [bands[index - 1], bands[index + 1]];
  return { from: before === undefined ? least : before + apart, to: after === undefined ? most : after - apart };
}

/** The limits with one moved as near to what is wanted as its neighbours let it. To a tenth of a point. */
export function moveLimit(bands: RatingBands, index: number, wanted: number): RatingBands {
  const { from, to } = roomOf(bands, index);
  if (from > to || Number.isNaN(wanted)) return bands;
  const moved = Math.min(to, Math.max(from, Math.round(wanted * 10) / 10));
  return bands.map((limit, at) => (at === index ? moved : limit)) as RatingBands;
}

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey'>;

/** Where a key moves a limit: by one, with Shift by five, to the end of its room; null when it is no move. */
export function movedByKey({ key, shiftKey }: Press, bands: RatingBands, index: number): RatingBands | null {
  const step = shiftKey ? 5 : 1;
  const limit = bands[index] ?? 0;
  const { from, to } = roomOf(bands, index);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return moveLimit(bands, index, limit + step);
    case 'ArrowLeft':
    case 'ArrowDown':
      return moveLimit(bands, index, limit - step);
    case 'PageUp':
      return moveLimit(bands, index, limit + 5);
    case 'PageDown':
      return moveLimit(bands, index, limit - 5);
    case 'Home':
      return moveLimit(bands, index, from);
    case 'End':
      return moveLimit(bands, index, to);
    default:
      return null;
  }
}
