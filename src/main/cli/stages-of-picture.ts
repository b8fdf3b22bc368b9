import { resolve } from 'node:path';
import { hashFile } from '../adapters/files/hash-file';
import { combine, pipelineMode } from '../services/quality/stages/combine';
import type { StagePipeline } from '../services/quality/stages/pipeline';

interface StageScore {
  readonly name: string;
  readonly score: number | null;
}

interface StageProblem {
  readonly name: string;
  readonly problem: string;
}

/** What the stages after BRISQUE say of one picture. */
export interface StagesSaid {
  readonly combined_score: number;
  readonly pipeline_mode: ReturnType<typeof pipelineMode>;
  readonly stages: readonly (StageScore | StageProblem)[];
}

/** Has the stages that are switched on look at a picture of no library. */
export async function lookedAtByStages(pipeline: StagePipeline, path: string, brisque: number): Promise<StagesSaid> {
  const file = resolve(path);
  const { said, counted } = await pipeline.look((await hashFile(file)).hash, file);
  return {
    combined_score: combine(brisque, counted),
    pipeline_mode: pipelineMode(counted),
    stages: said.map(({ data }) => ('message' in data ? { name: data.stage, problem: data.message } : { name: data.stage, score: data.score ?? null })),
  };
}

export function stagesInWords({ combined_score, stages = [] }: Partial<StagesSaid>): string {
  if (combined_score === undefined) return '';
  const each = stages.map((stage) => {
    if ('problem' in stage) return `${stage.name} gave none: ${stage.problem}`;
    return `${stage.name} ${stage.score === null ? 'has none' : Math.round(stage.score * 100)}`;
  });
  const combined = `; all stages together ${Math.round(combined_score * 100)} of 100`;
  return each.length === 0 ? `${combined} (no stage is switched on beside BRISQUE)` : `${combined} (${each.join('; ')})`;
}
