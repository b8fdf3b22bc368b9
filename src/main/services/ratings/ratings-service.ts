import { ratingDerived } from '@shared/events/rating-events';
import { starsFor } from '@shared/library/rating';
import { defineService, skip } from '../../kernel/define-service';
import { defineManifest } from '../../kernel/manifest';
import type { MeasuredPicture, Ratings } from './ports';

export const ratingsManifest = defineManifest({
  name: 'ratings',
  summary: 'Derives every measured rating anew from its stored score when the limits between the stars were moved.',
  consumes: ['rating.bands_changed', 'asset.organized'],
  publishes: [ratingDerived],
});

/**
 * Keeps measured ratings in step with the limits. What is to be said follows from what is so now, never from the event alone: an
 * event that comes twice or late changes nothing. Files follow by a service of their own, so that none of them is waited for.
 */
export const ratingsService = ({ bands, measured, measuredOf }: Ratings) => {
  const derived = ({ content_hash, brisque, measured: previous_stars }: MeasuredPicture) => {
    const now = bands();
    const star_rating = starsFor(brisque, now.bands);
    if (now.change_id === null || star_rating === previous_stars) return null;
    return ratingDerived({ content_hash, change_id: now.change_id, star_rating, previous_stars, brisque_score: brisque });
  };

  return defineService({
    ...ratingsManifest,
    on: {
      'rating.bands_changed': ({ data }, { publish }) => {
        if (data.change_id !== bands().change_id) return skip('The limits were moved again since.');
        for (const picture of measured()) {
          const draft = derived(picture);
          if (draft !== null) publish(draft);
        }
        return undefined;
      },
      // The limits may have been moved while it was being filed, or lay in the inbox after an undo.
      'asset.organized': ({ data }, { publish }) => {
        const picture = measuredOf(data.content_hash);
        const draft = picture && derived(picture);
        if (!draft) return skip('Its rating is what the limits make of its score.');
        publish(draft);
        return undefined;
      },
    },
  });
};
