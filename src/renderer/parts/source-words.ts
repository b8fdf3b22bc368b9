import type { Source, SourceNow } from '@shared/library/source';
import { countOf } from '@shared/story/words';

export const sourceStates = { watching: 'Watching', paused: 'Paused', missing: 'Away', refused: 'Not watched' } as const;

/** What is done with a source's files, in one line. */
export function sourceFacts({ project, operation, subfolders, only_media }: Source): string {
  return [
    project === null ? 'Project from the first folder' : `Project ${project}`,
    operation,
    subfolders ? null : 'no subfolders',
    only_media ? null : 'other files set aside',
  ].filter((fact) => fact !== null).join(' · ');
}

/** How many of its files have no outcome yet; empty when there is nothing to say. */
export function sourceCounts({ waiting, set_aside }: SourceNow): string {
  return [
    waiting === 0 ? null : `${countOf(waiting, 'file')} waiting`,
    set_aside === 0 ? null : `${set_aside} set aside`,
  ].filter((fact) => fact !== null).join(', ');
}
