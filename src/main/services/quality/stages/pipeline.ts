import { stageCompleted, stageFailed } from '@shared/events/quality-events';
import { t } from '@shared/language/language';
import { setTimeout as delay } from 'node:timers/promises';
import type { ReportBug } from '../../../kernel/report-bug';
import { Breaker, type BreakerTimes, usualBreakerTimes } from './breaker';
import type { CountedStage } from './combine';
import { secondsInWords } from './seconds-in-words';
import { type Stage, type StageAnswer, type StagePicture, StagesEnded, StageTrouble } from './stage';

/** Answers that came but are not recorded yet: a picture that is delivered again, also after a crash, is not paid for twice. */
export interface AnswerMemory {
  recall(contentHash: string, stage: string): StageAnswer | null;
  remember(contentHash: string, stage: string, answer: StageAnswer): void;
}

export interface PipelineOptions {
  /** The stages after the first, asked for each picture. While nothing was changed they are the same objects. */
  readonly stages: () => readonly Stage[];
  readonly picture: (contentHash: string, path: string) => StagePicture;
  /** What stages have said of these bytes, by name. */
  readonly answered: (contentHash: string) => Readonly<Record<string, number | null>>;
  readonly memory: AnswerMemory;
  readonly reportBug: ReportBug;
  readonly breakerTimes?: BreakerTimes;
  readonly now?: () => number;
}

type Said = ReturnType<typeof stageCompleted> | ReturnType<typeof stageFailed>;

export interface PipelineReport {
  /** What is to be said of the stages that were asked, in their order. */
  readonly said: readonly Said[];
  /** The stages whose word counts, also those that were asked before. */
  readonly counted: readonly CountedStage[];
}

/** The stages after the first. */
export interface StagePipeline {
  /** Asks all of them at once. A stage that fails, is slow or throws is left out. @throws StagesEnded when Alice closes meanwhile */
  look(contentHash: string, path: string): Promise<PipelineReport>;
}

/** No stages but the first: for a dry run, which sends nothing anywhere. */
export const noMoreStages: StagePipeline = { look: async () => ({ said: [], counted: [] }) };

interface Outcome {
  readonly said: readonly Said[];
  readonly counted: CountedStage | null;
}

export class RunningPipeline implements StagePipeline {
  readonly #options: PipelineOptions;
  readonly #breakers = new WeakMap<Stage, Breaker>();
  readonly #ending = new AbortController();

  constructor(options: PipelineOptions) {
    this.#options = options;
  }

  async look(contentHash: string, path: string): Promise<PipelineReport> {
    const stages = this.#options.stages();
    if (stages.length === 0) return noMoreStages.look(contentHash, path);
    const picture = this.#options.picture(contentHash, path);
    const outcomes = await Promise.all(stages.map((stage) => this.#ask(stage, picture)));
    if (this.#ending.signal.aborted) throw new StagesEnded();
    return {
      said: outcomes.flatMap(({ said }) => said),
      counted: outcomes.flatMap(({ counted }) => (counted === null ? [] : [counted])),
    };
  }

  /** Lets go of what is under way. */
  end(): void {
    this.#ending.abort();
  }

  async #ask(stage: Stage, picture: StagePicture): Promise<Outcome> {
    const { content_hash } = picture;
    const { name, weight, cost } = stage;
    const known = this.#options.answered(content_hash);
    if (Object.hasOwn(known, name)) return { said: [], counted: { name, score: known[name] ?? null, weight, cost } };
    const began = performance.now();
    const completed = ({ score, result }: StageAnswer): Outcome => ({
      said: [stageCompleted({ content_hash, stage: name, score, result, cost, duration_ms: Math.round(performance.now() - began) })],
      counted: { name, score, weight, cost },
    });
    const remembered = this.#options.memory.recall(content_hash, name);
    if (remembered !== null) return completed(remembered);

    const failed = (message: string): Outcome => ({ said: [stageFailed({ content_hash, stage: name, message })], counted: null });
    const breaker = this.#breakerOf(stage);
    const paused = breaker.enter();
    if (paused !== null) return failed(paused);
    try {
      const answer = await this.#runInTime(stage, picture);
      breaker.succeeded();
      this.#options.memory.remember(content_hash, name, answer);
      return completed(answer);
    } catch (error) {
      if (this.#ending.signal.aborted) return { said: [], counted: null };
      const trouble = error instanceof StageTrouble ? error : this.#bug(stage, error);
      if (trouble.blames === 'service') breaker.failed(trouble.message);
      else breaker.left();
      return failed(trouble.message);
    }
  }

  async #runInTime(stage: Stage, picture: StagePicture): Promise<StageAnswer> {
    const over = new AbortController();
    const signal = AbortSignal.any([over.signal, this.#ending.signal]);
    const tooLate = delay(stage.longest_ms, undefined, { signal, ref: false }).then(() => {
      throw new StageTrouble(() => t('It did not answer within {time}.', { time: secondsInWords(stage.longest_ms) }), 'service');
    });
    try {
      // Whoever loses the race is told by the signal, and nobody waits for it.
      return await Promise.race([stage.run(picture, signal), tooLate]);
    } finally {
      over.abort();
      tooLate.catch(() => undefined);
    }
  }

  /** What is thrown unexpectedly could hold anything: a person sees it where bugs are reported, the log does not. */
  #bug({ name }: Stage, error: unknown): StageTrouble {
    this.#options.reportBug({ where: `the quality stage ${name}`, error });
    return new StageTrouble(
      () => t('It stopped because of an error in Alice; what it was is printed where Alice reports her own errors.'), 'service',
    );
  }

  #breakerOf(stage: Stage): Breaker {
    const { breakerTimes = usualBreakerTimes, now } = this.#options;
    const breaker = this.#breakers.get(stage) ?? new Breaker(breakerTimes, now);
    this.#breakers.set(stage, breaker);
    return breaker;
  }
}
