import { t } from '@shared/language/language';
import { starsInWords } from '@shared/story/words';
import { copyText, showPictureInFolder } from './actions';
import { ask } from './ask';
import type { Given } from './rate';
import { sayWithUndo } from './say-with-undo';
import { cardOf } from './use-library-cards';
import { allChosen } from './use-library-chosen';
import { say } from './use-toasts';
import { wishUndo } from './use-undo';
import { setCull } from './use-view';

/** So many windows of a file manager are opened at most. */
export const mostRevealed = 10;
/** So many prompts are copied at once. */
export const mostPrompts = 1_000;
/** So many fit beside each other. */
export const mostCompared = 4;


/** Rates all that are chosen: one batch, undone as one. */
export async function rateChosen(stars: Given): Promise<void> {
  const done = await ask('chosen/rate', { ids: [...allChosen()], stars });
  if (done === null) return;
  const { changed, entry } = done;
  if (entry === null) {
    say(stars === 0
      ? t('None of them has a rating of yours.')
      : t('All of them are rated {stars} already.', { stars: starsInWords(stars) }));
    return;
  }
  const said = stars === 0
    ? t('Own ratings of {changed, plural, one {# picture} other {# pictures}} cleared', { changed })
    : t('{changed, plural, one {# picture} other {# pictures}} rated {stars}', { changed, stars: starsInWords(stars) });
  say(said, { action: { label: t('Undo'), run: () => void wishUndo({ kind: 'entry', id: entry }, { several: changed > 1 }) } });
}

/** Opens the layer for deciding over all that are chosen. */
export function decideChosen(): void {
  const ids = allChosen();
  if (ids.length > 0) setCull({ mode: 'one', ids, at: 0, side_by_side: [] });
}

export function compareChosen(): void {
  const ids = allChosen();
  if (ids.length >= 2) setCull({ mode: 'compare', ids, at: 0, side_by_side: [...ids.subarray(0, mostCompared)] });
}

export async function copyPromptsOfChosen(): Promise<void> {
  const found = await ask('chosen/prompts', { ids: [...allChosen()].slice(0, mostPrompts) });
  if (found === null) return;
  if (found.pictures === 0) say(t('None of them tells a prompt.'));
  else await copyText(found.text, found.pictures === 1 ? t('Prompt') : t('Prompts of {count, plural, one {# picture} other {# pictures}}', { count: found.pictures }));
}

/** Shows their files in the file manager. */
export async function revealChosen(): Promise<void> {
  for (const id of allChosen().subarray(0, mostRevealed)) {
    const card = await cardOf(id);
    if (card !== null) await showPictureInFolder(card.content_hash);
  }
}

export async function undoFilingOfChosen(): Promise<void> {
  const sequences = await ask('chosen/filings', { ids: [...allChosen()] });
  if (sequences === null) return;
  if (sequences.length === 0) say(t('Alice has filed none of them: there is nothing to undo.'));
  else await wishUndo({ kind: 'operations', sequences }, { several: true });
}

/** Where pictures are to go. */
export interface Assignment {
  readonly project: { readonly id: string; readonly name: string };
  readonly column_id: string | null;
  readonly move_files: boolean;
}

/** Gives all that are chosen to a project. Resolves with whether that was done. @param ids others instead */
export async function assignChosen({ project, column_id, move_files }: Assignment, ids: Iterable<number> = allChosen()): Promise<boolean> {
  const placed = await ask('chosen/assign', { ids: [...ids], project_id: project.id, column_id, move_files });
  if (placed === null) return false;
  const { said, left_out, left_out_count } = placed;
  const [why] = left_out;
  if (said > 0) {
    const words = { count: said, name: project.name };
    if (move_files) say(t('{count, plural, one {# picture} other {# pictures}} on the way to {name}', words));
    else await sayWithUndo(t('{count, plural, one {# picture} other {# pictures}} put on the board of {name}', words));
  }
  if (why !== undefined) {
    const left = { count: left_out_count, why: why.message };
    say(t('{count, plural, one {# picture} other {# pictures}} left as they are: {why}', left), said > 0 ? 'done' : 'problem');
  }
  return true;
}
