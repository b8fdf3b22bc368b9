import { toldOf } from '@shared/language/said';
import type { BandsNow } from '@shared/library/bands-preview';
import type { Stars } from '@shared/library/rating';
import type { Hub } from '../../hub';
import { RatingError } from '../../hub/ratings';
import type { Workspace } from '../workspace';
import { type Handlers, PersonalError } from './registry';

type RatingCall = 'ratings/give' | 'ratings/bands' | 'ratings/preview-bands' | 'ratings/set-bands' | 'ratings/set-refile';

/** A person's own ratings, and the limits between the stars of the measured ones. */
export function ratingHandlers(hub: () => Hub, workspace: Workspace): Pick<Handlers, RatingCall> {
  const now = (): BandsNow => ({ bands: hub().bands(), refile: workspace.settings.refile_on_rating });
  return {
    'ratings/give': ({ content_hashes, stars, batch_id }) => hub().rate(content_hashes, stars as Stars | 0, batch_id).catch(inOneSentence),
    'ratings/bands': now,
    'ratings/preview-bands': ({ bands }) => hub().previewBands(bands),
    'ratings/set-bands': ({ bands }) => hub().setBands(bands),
    'ratings/set-refile': async ({ refile }) => {
      await workspace.changeSetting('refile_on_rating', refile);
      return now();
    },
  };
}

function inOneSentence(error: unknown): never {
  throw error instanceof RatingError ? new PersonalError(toldOf(error)) : error;
}
