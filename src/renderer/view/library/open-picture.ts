import { setCursor, useLibrary } from '../../store/use-library';
import { cardOf } from '../../store/use-library-cards';
import { setLibrary, useView } from '../../store/use-view';

/** Moves the keyboard to a picture. An open inspector goes along, unless the keyboard is elsewhere before the picture is known. */
export function moveTo(id: number): void {
  setCursor(id);
  if (useView.getState().library.open !== null) void openWhenKnown(id, {});
}

export function openPicture(id: number, how: { readonly quick_look?: boolean } = {}): void {
  setCursor(id);
  void openWhenKnown(id, how);
}

async function openWhenKnown(id: number, how: { readonly quick_look?: boolean }): Promise<void> {
  const card = await cardOf(id);
  if (card !== null && useLibrary.getState().cursor === id) setLibrary({ open: card.content_hash, ...how });
}
