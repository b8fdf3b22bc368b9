import { t } from '@shared/language/language';
import type { BandsPreview } from '@shared/library/bands-preview';

/** What pressing the button does: `Change 214 ratings and move 180 files`. */
export function applyInWords({ changed, files_moved }: BandsPreview): string {
  if (changed === 0) return t('Move the limits');
  const ratings = t('Change {changed, plural, one {# rating} other {# ratings}}', { changed });
  return files_moved === 0 ? ratings : t('{ratings} and move {files_moved, plural, one {# file} other {# files}}', { ratings, files_moved });
}

/** What becomes of ratings, of own ones among them, and of files, as sentences. */
export function previewInWords(preview: BandsPreview, refile: boolean): readonly string[] {
  const { changed, rated } = preview;
  if (rated === 0) return [t('Nothing is measured yet. Limits hold for pictures to come, too.')];
  if (changed === 0) return [t('No rating changes by these limits.')];
  const measured = `${t('{changed, plural, one {# measured rating} other {# measured ratings}}', { changed })} ${changed === 1 ? t('becomes another') : t('become others')}.`;
  return [t('{measured} No pixel is read again; the scores are kept.', { measured }), ownInWords(preview), filesInWords(preview, refile)];
}

function ownInWords({ changed, covered }: BandsPreview): string {
  if (covered === 0) return t('Ratings of your own never change.');
  const holds = t('a rating of your own, which holds all the same.');
  if (changed === 1) return t('It has {holds}', { holds });
  if (covered === changed) return t('All of them have {holds}', { holds });
  return t('{covered, number} of them {covered, plural, one {has} other {have}} {holds}', { covered, holds });
}

function filesInWords({ files_moved }: BandsPreview, refile: boolean): string {
  if (!refile) return t('Files stay where they are: they do not follow their rating.');
  if (files_moved === 0) return t('No file moves.');
  if (files_moved === 1) return t('1 file moves to the folder of its new rating.');
  return t('{files_moved, plural, one {# file} other {# files}} move to the folder of their new rating.', { files_moved });
}
