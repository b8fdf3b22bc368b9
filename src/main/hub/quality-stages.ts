import { join } from 'node:path';
import type { RecordedEvent } from '@shared/events/catalog';
import { t } from '@shared/language/language';
import { toldOf } from '@shared/language/said';
import type { AssetRecord } from '@shared/library/asset-record';
import type { HttpStage } from '@shared/library/quality-stage';
import { httpStage, type StageKey } from '../adapters/http/http-stage';
import type { MediaPool } from '../adapters/media/media-pool';
import { pictureToSend } from '../adapters/media/picture-to-send';
import type { ReportBug } from '../kernel/report-bug';
import { builtInStages } from '../services/quality/stages/built-in-stages';
import { noMoreStages, RunningPipeline, type StagePipeline } from '../services/quality/stages/pipeline';
import { type Stage, StageTrouble } from '../services/quality/stages/stage';
import { keptAnswersIn } from './quality-stages-answers';
import type { StageSource } from './quality-stages-setup';

type KnownAsset = Pick<AssetRecord, 'path' | 'stage_scores'>;

export interface StagesNeed {
  readonly source: StageSource;
  readonly pool: MediaPool;
  readonly dataFolder: string;
  /** A dry run sends nothing anywhere. */
  readonly dryRun: boolean;
  /** What is known of some bytes; without a path while they are not filed. */
  readonly asset: (contentHash: string) => KnownAsset | null;
  readonly onCommit: (listener: (events: readonly RecordedEvent[]) => void) => unknown;
  readonly reportBug: ReportBug;
}

/** What a hub offers of its stages. */
export interface HubStages {
  /** Asks a stage about one picture. Nothing is kept. */
  tryStage(setup: HttpStage, key: StageKey, contentHash: string): Promise<{ readonly ok: boolean; readonly sentence: string }>;
  /** A person changed something: stages that were left alone are asked again. */
  stagesChanged(): void;
}

interface Stages {
  readonly pipeline: StagePipeline;
  readonly offers: HubStages;
  /** Lets go of what is under way; it is asked again after the next start. */
  end(): Promise<void>;
}

/** The stages after the first: those of Alice and those that a person set up and switched on. */
export function openStages({ source, pool, dataFolder, dryRun, asset, onCommit, reportBug }: StagesNeed): Stages {
  const pictures = pictureToSend(pool);
  const ending = new AbortController();
  const answers = keptAnswersIn(join(dataFolder, 'stage-answers'));
  const made = new Map<string, Stage>();
  const pipeline = new RunningPipeline({
    stages: () => stagesOf(source, made),
    picture: pictures,
    answered: (hash) => asset(hash)?.stage_scores ?? {},
    memory: answers,
    reportBug,
  });
  if (!dryRun) {
    answers.tidy((hash, stage) => Object.hasOwn(asset(hash)?.stage_scores ?? {}, stage));
    onCommit((events) => {
      for (const { event_type, data } of events) if (event_type === 'quality.stage_completed') answers.forget(data.content_hash, data.stage);
    });
  }
  return {
    pipeline: dryRun ? noMoreStages : pipeline,
    offers: {
      stagesChanged: () => { made.clear(); },
      tryStage: async (setup, key, contentHash) => {
        const path = asset(contentHash)?.path ?? null;
        if (path === null) return { ok: false, sentence: t('This picture is not filed yet. Try the stage on another one.') };
        try {
          const stage = httpStage({ setup, keyed: key.kind !== 'none', key: async () => key });
          return { ok: true, sentence: inWords(await stage.run(pictures(contentHash, path), ending.signal)) };
        } catch (error) {
          if (error instanceof StageTrouble) return { ok: false, sentence: toldOf(error) };
          throw error;
        }
      },
    },
    end: async () => {
      ending.abort();
      pipeline.end();
    },
  };
}

/** The stages without a library behind them: for pictures that are only looked at. Nothing is remembered. */
export function stagesForOnce({ source, pool, reportBug }: Pick<StagesNeed, 'source' | 'pool' | 'reportBug'>): RunningPipeline {
  const made = new Map<string, Stage>();
  return new RunningPipeline({
    stages: () => stagesOf(source, made),
    picture: pictureToSend(pool),
    answered: () => ({}),
    memory: { recall: () => null, remember: () => undefined },
    reportBug,
  });
}

/** While its setup stays the same a stage stays the same object, and with it what is known of its failures. */
function stagesOf(source: StageSource, made: Map<string, Stage>): readonly Stage[] {
  const stageOf = (setup: HttpStage): Stage => {
    const keyed = source.hasKey(setup.name);
    const as = JSON.stringify([setup, keyed]);
    const stage = made.get(as) ?? httpStage({ setup, keyed, key: () => source.key(setup.name) });
    made.set(as, stage);
    return stage;
  };
  return [...builtInStages.more, ...source.setups().filter(({ enabled }) => enabled).map(stageOf)];
}

function inWords({ score, result }: { readonly score: number | null; readonly result: Readonly<Record<string, unknown>> }): string {
  if (score === null) return t('It answered, and says that it has no score for this picture.');
  const answer = JSON.stringify(result);
  const full = answer.length > 300 ? `${answer.slice(0, 300)}…` : answer;
  return t('It answered: {score, number} of 100 for this picture. In full: {full}', { score: Math.round(score * 100), full });
}
