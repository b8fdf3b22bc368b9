import type { BandsPreview } from '@shared/library/bands-preview';
import { countOf } from '@shared/story/words';

/** What pressing the button does: `Change 214 ratings and move 180 files`. */
export function applyInWords({ changed, files_moved }: BandsPreview): string {
  if (changed === 0) return 'Move the limits';
  const ratings = `Change ${countOf(changed, 'rating')}`;
  return files_moved === 0 ? ratings : `${ratings} and move ${countOf(files_moved, 'file')}`;
}

/** What becomes of ratings, of own ones among them, and of files, as sentences. */
export function previewInWords(preview: BandsPreview, refile: boolean): readonly string[] {
  const { changed, rated } = preview;
  if (rated === 0) return ['Nothing is measured yet. Limits hold for pictures to come, too.'];
  if (changed === 0) return ['No rating changes by these limits.'];
  const measured = `${countOf(changed, 'measured rating')} ${changed === 1 ? 'becomes another' : 'become others'}.`;
  return [`${measured} No pixel is read again; the scores are kept.`, ownInWords(preview), filesInWords(preview, refile)];
}

function ownInWords({ changed, covered }: BandsPreview): string {
  if (covered === 0) return 'Ratings of your own never change.';
  const holds = 'a rating of your own, which holds all the same.';
  if (changed === 1) return `It has ${holds}`;
  if (covered === changed) return `All of them have ${holds}`;
  return `${covered.toLocaleString('en')} of them ${covered === 1 ? 'has' : 'have'} ${holds}`;
}

function filesInWords({ files_moved }: BandsPreview, refile: boolean): string {
  if (!refile) return 'Files stay where they are: they do not follow their rating.';
  if (files_moved === 0) return 'No file moves.';
  if (files_moved === 1) return '1 file moves to the folder of its new rating.';
  return `${countOf(files_moved, 'file')} move to the folder of their new rating.`;
}
