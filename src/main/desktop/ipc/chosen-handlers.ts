import { t } from '@shared/language/language';
import { toldOf } from '@shared/language/said';
import { factsOf } from '@shared/library/asset-facts';
import type { Stars } from '@shared/library/rating';
import type { Hub } from '../../hub';
import { BoardError } from '../../hub/board-checks';
import { RatingError } from '../../hub/ratings';
import { assignPictures } from '../assign-pictures';
import { type Handlers, PersonalError } from './registry';

type ChosenCall = Extract<keyof Handlers, `chosen/${string}`>;

/** What is done with many pictures of the library at once. */
export function chosenHandlers(hub: () => Hub): Pick<Handlers, ChosenCall> {
  const filed = async (ids: readonly number[]) => {
    const hashes = await hub().pictures.chosen.hashes(ids);
    if (hashes.length === 0) throw new PersonalError(t('None of the chosen pictures is filed any more.'));
    return hashes;
  };
  return {
    'chosen/facts': ({ ids }) => hub().pictures.chosen.facts(ids),
    'chosen/rate': async ({ ids, stars }) => {
      const hashes = await filed(ids);
      const { log } = hub();
      const before = log.lastSequence;
      const { batch_id, changed } = await hub().rate(hashes, stars as Stars | 0).catch(inWords);
      if (changed === 0) return { changed, entry: null };
      const said = log.find({ types: ['rating.given', 'rating.cleared'], after: before, limit: 100 });
      const first = said.find(({ data }) => 'batch_id' in data && data.batch_id === batch_id);
      return { changed, entry: first === undefined ? null : `rated-${first.sequence}` };
    },
    'chosen/assign': async ({ ids, project_id, column_id, move_files }) => {
      const content_hashes = await filed(ids);
      return assignPictures(hub().boards, { content_hashes, project_id, column_id, move_files }).catch(inWords);
    },
    'chosen/prompts': ({ ids }) => {
      const prompts = hub().pictures.chosen.records(ids).flatMap((record) => factsOf(record).prompt ?? []);
      return { text: prompts.join('\n\n'), pictures: prompts.length };
    },
    'chosen/filings': async ({ ids }) => hub().operationsWith(await filed(ids)),
  };
}

function inWords(error: unknown): never {
  throw error instanceof RatingError || error instanceof BoardError ? new PersonalError(toldOf(error)) : error;
}
