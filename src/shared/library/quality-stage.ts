import { z } from 'zod';

/** A stage of the quality pipeline that a person added: a service that is asked over HTTP about each picture. */
export const httpStageSchema = z.strictObject({
  /** Stands in `stages_completed`. */
  name: z.string().regex(/^[a-z][a-z0-9_-]{1,39}$/, 'must begin with a letter and hold only small letters, digits, - and _'),
  /** Where a picture is sent: https, or http on this machine. */
  url: z.url().max(2_000),
  /** What is sent: the picture in at most 1,024 pixels, or the file as it is. */
  send: z.enum(['preview', 'original']).default('preview'),
  /** The header that carries the key; the key itself lies in the system's secret store. */
  key_header: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,99}$/, 'must be the name of a header').default('Authorization'),
  /** Where in the answer the number stands: names and places, separated by dots. */
  score_path: z.string().min(1).max(200),
  /** The numbers that stand for poorest and best; the poorest may be the greater. */
  poorest: z.number().default(0),
  best: z.number().default(1),
  /** How much it counts in the combined score, beside BRISQUE's 1. */
  weight: z.number().min(0).max(10).default(1),
  /** What a picture costs, as it is told; null when nothing. */
  cost: z.string().max(100).nullable().default(null),
  timeout_ms: z.int().min(1_000).max(120_000).default(20_000),
  enabled: z.boolean().default(true),
});
export type HttpStage = z.infer<typeof httpStageSchema>;
const mostStages = 20;
export const httpStagesSchema = z.array(httpStageSchema).max(mostStages);

/** Stages as they were kept: what is none is passed over, so that one bad line does not cost the others. */
export const storedHttpStages = z.array(z.unknown()).catch([])
  .transform((kept) => kept.flatMap((each) => httpStageSchema.safeParse(each).data ?? []).slice(0, mostStages));

/** A stage as it is registered: what it is, costs and needs. */
export interface StageOnOffer {
  readonly name: string;
  readonly summary: string;
  readonly kind: 'built_in' | 'http';
  /** `nothing`, or what a picture costs. */
  readonly cost: string;
  /** `pixels`, `network`, `key` */
  readonly needs: readonly string[];
  /** What keeps it from running, as a sentence; null when it is ready. */
  readonly problem: string | null;
  readonly enabled: boolean;
  /** How it is set up; null for those that are built in. */
  readonly setup: HttpStage | null;
  readonly has_key: boolean;
}

export interface StagesNow {
  readonly stages: readonly StageOnOffer[];
  /** Whether this system can keep a key so that only this person can read it; a sentence when not. */
  readonly secrets_problem: string | null;
}
