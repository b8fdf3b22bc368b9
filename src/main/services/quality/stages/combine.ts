import type { EventData } from '@shared/events/catalog';

/** A stage after the first that counts in a rating. */
export interface CountedStage {
  readonly name: string;
  readonly score: number | null;
  readonly weight: number;
  readonly cost: string | null;
}

/** The weighted mean of BRISQUE, which counts one, and the stages that gave a score. 0 poor … 1 good. */
export function combine(brisque: number, counted: readonly CountedStage[]): number {
  const measured = { score: 1 - Math.min(100, Math.max(0, brisque)) / 100, weight: 1 };
  const all = [measured, ...counted.flatMap(({ score, weight }) => (score === null ? [] : [{ score, weight }]))];
  const weights = all.reduce((sum, { weight }) => sum + weight, 0);
  const mean = all.reduce((sum, { score, weight }) => sum + score * weight, 0) / weights;
  return Math.round(mean * 1000) / 1000;
}

/** What kind of pipeline looked at a picture. */
export function pipelineMode(counted: readonly CountedStage[]): EventData<'quality.assessed'>['pipeline_mode'] {
  if (counted.length === 0) return 'basic';
  return counted.some(({ cost }) => cost !== null) ? 'premium' : 'standard';
}
