import { type Given, ratePicture } from '../../store/rate';
import { useLibrary } from '../../store/use-library';
import { cardOf } from '../../store/use-library-cards';
import { useChosen } from '../../store/use-library-chosen';
import { rateChosen } from '../../store/use-library-chosen-acts';
import { useLog } from '../../store/use-log';
import { useView } from '../../store/use-view';

/** The stars that a key gives: 1 to 5, 0 to clear. Null for every other key. */
export function starsOfKey({ key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): Given | null {
  return /^[0-5]$/.test(key) && !(ctrlKey || metaKey || altKey) ? (Number(key) as Given) : null;
}

/** Rates all that are chosen; else the picture that the keyboard is on, or the open one while the keyboard is beside the pictures. */
export async function rateHere(stars: Given): Promise<void> {
  if (useChosen.getState().chosen.count > 0) return rateChosen(stars);
  const { cursor } = useLibrary.getState();
  const { open } = useView.getState().library;
  const inPictures = document.activeElement?.closest('[role="grid"]') !== null;
  const asset = open === null ? undefined : useLog.getState().assets.get(open);
  const picture = asset !== undefined && !inPictures ? asset : cursor === null ? asset : await cardOf(cursor);
  if (picture !== undefined && picture !== null) await ratePicture(picture, stars);
}
