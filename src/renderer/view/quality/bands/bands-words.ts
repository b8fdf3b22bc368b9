import { t } from '@shared/language/language';
import type { BandsPreview } from '@shared/library/bands-preview';

/** What pressing the button does: `Change 214 ratings and move 180 files`. */
export function applyInWords({ changed, files_moved }: BandsPreview): string {
  if (changed === 0) return t('Move the limits');
  if (files_moved === 0) return t('Change {changed, plural, one {# rating} other {# ratings}}', { changed });
  return t('Change {changed, plural, one {# rating} other {# ratings}} and move {files, plural, one {# file} other {# files}}', {
    changed,
    files: files_moved,
  });
}

/** What becomes of ratings, of own ones among them, and of files, as sentences. */
export function previewInWords(preview: BandsPreview, refile: boolean): readonly string[] {
  const { changed, rated } = preview;
  if (rated === 0) return [t('Nothing is measured yet. Limits hold for pictures to come, too.')];
  if (changed === 0) return [t('No rating changes by these limits.')];
  const measured = t(
    '{changed, plural, one {# measured rating becomes another.} other {# measured ratings become others.}} No pixel is read again; the scores are kept.',
    { changed },
  );
  return [measured, ownInWords(preview), filesInWords(preview, refile)];
}

function ownInWords({ changed, covered }: BandsPreview): string {
  if (covered === 0) return t('Ratings of your own never change.');
  if (changed === 1) return t('It has a rating of your own, which holds all the same.');
  if (covered === changed) return t('All of them have a rating of your own, which holds all the same.');
  return t(
    '{covered, plural, one {# of them has a rating of your own, which holds all the same.} other {# of them have a rating of your own, which holds all the same.}}',
    { covered },
  );
}

function filesInWords({ files_moved }: BandsPreview, refile: boolean): string {
  if (!refile) return t('Files stay where they are: they do not follow their rating.');
  if (files_moved === 0) return t('No file moves.');
  return t(
    '{files, plural, one {# file moves to the folder of its new rating.} other {# files move to the folder of their new rating.}}',
    { files: files_moved },
  );
}
