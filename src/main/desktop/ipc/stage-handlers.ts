import { toldOf } from '@shared/language/said';
import type { HttpStage, StagesNow } from '@shared/library/quality-stage';
import type { Hub } from '../../hub';
import { type StageSource, stagesOnOffer } from '../../hub/quality-stages-setup';
import type { Secrets } from '../secrets';
import type { StageChanges } from '../stage-changes';
import { keyFor, StageRefused, withoutStage, withStage } from '../secrets-of-stages';
import { type Handlers, PersonalError } from './registry';

type StageCall = 'quality/stages' | 'quality/keep-stage' | 'quality/remove-stage' | 'quality/try-stage';

export interface StagesOfApp {
  readonly source: StageSource;
  readonly secrets: Secrets;
}

/** The stages of the quality pipeline. A key comes in here and never goes out. */
export function stageHandlers(hub: () => Hub, changes: StageChanges, { source, secrets }: StagesOfApp): Pick<Handlers, StageCall> {
  const now = async (): Promise<StagesNow> => ({ stages: await stagesOnOffer(source), secrets_problem: await secrets.problem() });
  const change = async (name: string, next: () => Promise<readonly HttpStage[]>): Promise<StagesNow> => {
    await changes.change(name, () => unlessRefused(next()));
    return now();
  };
  return {
    'quality/stages': now,
    'quality/keep-stage': (wish) => change(wish.stage.name, () => withStage(wish, source, secrets)),
    'quality/remove-stage': ({ name }) => change(name, () => withoutStage(name, source, secrets)),
    'quality/try-stage': async ({ content_hash, ...wish }) => hub().tryStage(wish.stage, await unlessRefused(keyFor(wish, source)), content_hash),
  };
}

async function unlessRefused<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StageRefused) throw new PersonalError(toldOf(error));
    throw error;
  }
}
