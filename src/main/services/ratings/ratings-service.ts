import { setImmediate as nextTurn } from 'node:timers/promises';
import { assetRefileRequested } from '@shared/events/care-events';
import type { EventOf } from '@shared/events/catalog';
import type { Recorded } from '@shared/events/envelope';
import { ratingDerived } from '@shared/events/rating-events';
import { starsFor } from '@shared/library/rating';
import { defineService, skip, type Skipped } from '../../kernel/define-service';
import { defineManifest } from '../../kernel/manifest';
import type { MeasuredPicture, Ratings } from './ports';

export const ratingsManifest = defineManifest({
  name: 'ratings',
  summary:
    'Derives every measured rating anew from its stored score when the limits between the stars were moved, and asks that a file be moved ' +
    'to the folder of the rating that holds.',
  consumes: [
    'rating.bands_changed', 'rating.given', 'rating.cleared', 'rating.derived', 'asset.organized', 'asset.returned', 'asset.refiled',
    'asset.refile_refused',
  ],
  publishes: [ratingDerived, assetRefileRequested],
});

/** Checks that are made at once; each asks the log. */
const concurrency = 8;

/**
 * Keeps measured ratings in step with the limits, and files with their ratings. What is to be done follows from what is so now,
 * never from the event alone: an event that comes twice, late or in a crowd changes nothing.
 */
export const ratingsService = (ratings: Ratings) => {
  const { bands, measured, measuredOf, belongsAt, refilingsOf } = ratings;

  const derived = ({ content_hash, brisque, measured: previous_stars }: MeasuredPicture) => {
    const now = bands();
    const star_rating = starsFor(brisque, now.bands);
    if (now.change_id === null || star_rating === previous_stars) return null;
    return ratingDerived({ content_hash, change_id: now.change_id, star_rating, previous_stars, brisque_score: brisque });
  };

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

  type Tools = { readonly publish: (draft: ReturnType<typeof ratingDerived> | ReturnType<typeof assetRefileRequested>) => void };
  const follow = async (contentHash: string, { publish }: Tools): Promise<Skipped | undefined> => {
    // Ten thousand ratings that changed at once take their turns.
    await nextTurn();
    const draft = refiling(contentHash);
    if (draft === null) return skip('The file lies where its rating wants it, or stays where it is.');
    publish(draft);
    return undefined;
  };

  return defineService({
    ...ratingsManifest,
    concurrency,
    on: {
      'rating.bands_changed': ({ data }, { publish }) => {
        if (data.change_id !== bands().change_id) return skip('The limits were moved again since.');
        for (const picture of measured()) {
          const draft = derived(picture);
          if (draft !== null) publish(draft);
        }
        return undefined;
      },
      'rating.given': ({ data }, tools) => follow(data.content_hash, tools),
      'rating.cleared': ({ data }, tools) => follow(data.content_hash, tools),
      'rating.derived': ({ data }, tools) => follow(data.content_hash, tools),
      'asset.returned': ({ data }, tools) => follow(data.content_hash, tools),
      // It may have been rated, and the limits moved, while it was being filed, or lay in the inbox after an undo.
      'asset.organized': ({ data }, tools) => {
        const picture = measuredOf(data.content_hash);
        const draft = picture && derived(picture);
        if (!draft) return follow(data.content_hash, tools);
        tools.publish(draft);
        return undefined;
      },
      'asset.refiled': ({ data }, tools) => (data.reason === 'undo' ? skip('Nobody undoes an undo.') : follow(data.content_hash, tools)),
      'asset.refile_refused': (event, tools) => (isLastWord(event) ? skip('It was refused for good.') : follow(event.data.content_hash, tools)),
    },
  });
};
