import { t } from '@shared/language/language';
import type { Source, SourceNow } from '@shared/library/source';

export const sourceStates = { watching: t('Watching'), paused: t('Paused'), missing: t('Away'), refused: t('Not watched') } as const;

/** What is done with a source's files, in one line. */
export function sourceFacts({ project, operation, subfolders, only_media }: Source): string {
  return [
    project === null ? t('Project from the first folder') : t('Project {project}', { project }),
    operation === 'copy' ? t('copy') : t('move'),
    subfolders ? null : t('no subfolders'),
    only_media ? null : t('other files set aside'),
  ].filter((fact) => fact !== null).join(' · ');
}

/** How many of its files have no outcome yet; empty when there is nothing to say. */
export function sourceCounts({ waiting, set_aside }: SourceNow): string {
  return [
    waiting === 0 ? null : t('{waiting, plural, one {# file} other {# files}} waiting', { waiting }),
    set_aside === 0 ? null : t('{count, number} set aside', { count: set_aside }),
  ].filter((fact) => fact !== null).join(', ');
}
