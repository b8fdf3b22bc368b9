import { t } from '@shared/language/language';
import { type HttpStage, httpStageSchema } from '@shared/library/quality-stage';
import { stageProblem } from '@shared/library/stage-problem';

/** A stage as it is written into the form. */
export interface StageFormValues {
  readonly name: string;
  readonly url: string;
  readonly send: HttpStage['send'];
  readonly key_header: string;
  readonly score_path: string;
  readonly poorest: string;
  readonly best: string;
  readonly weight: string;
  readonly cost: string;
  readonly seconds: string;
  readonly enabled: boolean;
}

/** What the form begins with: a stage that is changed, or a new one, which is off until a person switches it on. */
export function formValuesOf(stage: HttpStage | null): StageFormValues {
  return {
    name: stage?.name ?? '',
    url: stage?.url ?? 'https://',
    send: stage?.send ?? 'preview',
    key_header: stage?.key_header ?? 'Authorization',
    score_path: stage?.score_path ?? 'score',
    poorest: String(stage?.poorest ?? 0),
    best: String(stage?.best ?? 1),
    weight: String(stage?.weight ?? 1),
    cost: stage?.cost ?? '',
    seconds: String((stage?.timeout_ms ?? 20_000) / 1_000),
    enabled: stage?.enabled ?? false,
  };
}

/** What is wrong with each field when it does not fit. */
const wrongs = {
  name: t('The name begins with a letter, holds only small letters, digits, - and _, and has 2 to 40 of them.'),
  url: t('The address begins with https:// and has at most 2,000 letters.'),
  send: t('What is sent is a small preview or the file itself.'),
  key_header: t('The header for the key is the name of a header, such as Authorization or X-Api-Key.'),
  score_path: t('The place of the number says where the number stands in the answer, such as score or result.quality.'),
  poorest: t('The number for poorest is a number.'),
  best: t('The number for best is a number.'),
  weight: t('The weight is a number from 0 to 10.'),
  cost: t('What it costs has at most 100 letters.'),
  timeout_ms: t('The seconds to wait are from 1 to 120.'),
} as const;

/** The stage that was written, or what is wrong with it as a sentence. */
export function stageOf(values: StageFormValues): HttpStage | string {
  const { seconds, poorest, best, weight, cost, url, ...rest } = values;
  const timeout_ms = Math.round(numberOf(seconds) * 1_000);
  const numbers = { poorest: numberOf(poorest), best: numberOf(best), weight: numberOf(weight), timeout_ms };
  const parsed = httpStageSchema.safeParse({ ...rest, ...numbers, url: url.trim(), cost: cost.trim() === '' ? null : cost.trim() });
  if (parsed.success) return stageProblem(parsed.data) ?? parsed.data;
  const wrong = parsed.error.issues[0]?.path[0];
  if (wrong === undefined || !isField(wrong)) return t('Something of this stage does not fit.');
  return wrongs[wrong];
}

/** People write 0,5 and 0.5. */
function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'));
}

function isField(name: PropertyKey): name is keyof typeof wrongs {
  return Object.hasOwn(wrongs, name);
}
