import { setImmediate as nextTurn } from 'node:timers/promises';
import { assetRefileRequested } from '@shared/events/care-events';
import type { EventOf } from '@shared/events/catalog';
import type { Recorded } from '@shared/events/envelope';
import { defineService, skip, type Skipped } from '../../kernel/define-service';
import { defineManifest } from '../../kernel/manifest';
import type { Refiling } from './ports';

export const refilingManifest = defineManifest({
  name: 'refiling',
  summary: 'Asks that a file be moved to the folder of the rating that holds, when it lies where Alice put it and files are to follow.',
  consumes: [
    'rating.given', 'rating.cleared', 'rating.derived', 'asset.organized', 'asset.returned', 'asset.refiled', 'asset.refile_refused',
  ],
  publishes: [assetRefileRequested],
});

/** Files that are looked at at once; each asks the log. */
const concurrency = 8;

/**
 * Keeps files with their ratings. What is asked for follows from where the file lies and which rating holds now, never from the
 * event alone: an event that comes twice, late or in a crowd changes nothing.
 */
export const refilingService = ({ belongsAt, refilingsOf }: Refiling) => {
  /** The move that a file's rating asks for now. While another one is under way, its answer is waited for. */
  const refiling = (contentHash: string) => {
    const place = belongsAt(contentHash);
    if (place === null) return null;
    const events = refilingsOf(contentHash);
    const last = events.findLast(({ event_type }) => event_type === 'asset.refile_requested');
    const answered = events.some(({ causation_id }) => causation_id === last?.event_id);
    const isUnderWay = last?.event_type === 'asset.refile_requested' && !answered && last.data.file_path === place.file_path;
    return isUnderWay ? null : assetRefileRequested({ content_hash: contentHash, ...place, reason: 'rating' });
  };

  /** A refusal that would come again for the same place is the last word. */
  const isLastWord = ({ data, causation_id }: Recorded<EventOf<'asset.refile_refused'>>): boolean => {
    if (data.reason === 'superseded') return false;
    const asked = refilingsOf(data.content_hash).find(({ event_id }) => event_id === causation_id);
    return asked?.event_type !== 'asset.refile_requested' || asked.data.quality_folder === belongsAt(data.content_hash)?.quality_folder;
  };

  type About = { readonly data: { readonly content_hash: string } };
  type Tools = { readonly publish: (draft: ReturnType<typeof assetRefileRequested>) => void };
  const follow = async ({ data: { content_hash } }: About, { publish }: Tools): Promise<Skipped | undefined> => {
    // Ten thousand ratings that changed at once take their turns.
    await nextTurn();
    const draft = refiling(content_hash);
    if (draft === null) return skip('The file lies where its rating wants it, or stays where it is.');
    publish(draft);
    return undefined;
  };

  return defineService({
    ...refilingManifest,
    concurrency,
    on: {
      'rating.given': follow,
      'rating.cleared': follow,
      'rating.derived': follow,
      // It may have been rated while it was being filed, lay in the inbox, or was away.
      'asset.organized': follow,
      'asset.returned': follow,
      'asset.refiled': (event, tools) => (event.data.reason === 'undo' ? skip('Nobody undoes an undo.') : follow(event, tools)),
      'asset.refile_refused': (event, tools) => (isLastWord(event) ? skip('It was refused for good.') : follow(event, tools)),
    },
  });
};
