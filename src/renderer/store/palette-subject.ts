import { type Given, ratePicture } from './rate';
import { useLibrary } from './use-library';
import { cardOf, idNow } from './use-library-cards';
import { allChosen, useChosen } from './use-library-chosen';
import { rateChosen } from './use-library-chosen-acts';
import { useView } from './use-view';

/** The pictures that are meant in the library, by number: the chosen, else the open one, else the one that the keyboard is on. */
export function picturesMeant(): readonly number[] {
  const { place, library } = useView.getState();
  if (place !== 'library') return [];
  if (useChosen.getState().chosen.count > 0) return [...allChosen()];
  const id = (library.open === null ? null : idNow(library.open)) ?? useLibrary.getState().cursor;
  return id === null ? [] : [id];
}

/** Whether there are any, without making a list of them. */
export function isPictureMeant(): boolean {
  return (useView.getState().place === 'library' && useChosen.getState().chosen.count > 0) || picturesMeant().length > 0;
}

/** Many are one batch; one is rated by itself. */
export async function rateMeant(stars: Given): Promise<void> {
  if (useChosen.getState().chosen.count > 0) return rateChosen(stars);
  const [id] = picturesMeant();
  const card = id === undefined ? null : await cardOf(id);
  if (card !== null) await ratePicture(card, stars);
}
