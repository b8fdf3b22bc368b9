import type { BoardPlaced } from '@shared/library/board-answers';
import type { HubBoards } from '../hub/board-hub';

export interface Assignment {
  readonly content_hashes: readonly string[];
  readonly project_id: string;
  /** Null leaves them where pictures begin. */
  readonly column_id: string | null;
  /** Whether their files move to the project's folder. If not, they stand on its board as guests. */
  readonly move_files: boolean;
}

/** Cards that are put to a place together. */
const cardsAtOnce = 10_000;

/** Gives pictures to a project, and puts them to the top of a column. @throws BoardError */
export async function assignPictures(
  boards: Pick<HubBoards, 'assignAssets' | 'placeCards'>, { content_hashes, project_id, column_id, move_files }: Assignment,
): Promise<BoardPlaced> {
  const cards = [...new Set(content_hashes)].map((id) => ({ kind: 'asset' as const, id }));
  const place = async () => {
    if (column_id === null) return;
    // Each block goes to the top, so the last one goes first.
    for (let at = cards.length - (cards.length % cardsAtOnce || cardsAtOnce); at >= 0; at -= cardsAtOnce) {
      await boards.placeCards({ project_id, cards: cards.slice(at, at + cardsAtOnce), column_id, after: null });
    }
  };
  // Where they are to stand is known: a place of its own makes each a guest already.
  if (!move_files && column_id !== null) {
    await place();
    return { said: cards.length, left_out: [], left_out_count: 0 };
  }
  const placed = await boards.assignAssets({ project_id, content_hashes: [...content_hashes], move_files });
  await place();
  return placed;
}
