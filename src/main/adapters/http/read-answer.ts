import { t } from '@shared/language/language';
import type { HttpStage } from '@shared/library/quality-stage';
import type { StageAnswer } from '../../services/quality/stages/stage';
import { StageTrouble } from '../../services/quality/stages/stage';

const mostKept = 4_000;
const mostText = 300;
const mostItems = 20;
const deepest = 5;

/** What a service's answer means. @throws StageTrouble when it is not what the stage was set up for */
export function readAnswer(text: string, setup: HttpStage, secrets: readonly string[]): StageAnswer {
  const answer = parsed(text);
  const value = valueAt(answer, setup.score_path, secrets);
  return { score: value === null ? null : scoreOf(value, setup), result: keptOf(answer, value, secrets) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new StageTrouble(() => t('Its answer is no JSON.'), 'service');
  }
}

/** The number at a path; null when the service says there that it has none. */
function valueAt(answer: unknown, path: string, secrets: readonly string[]): number | null {
  let here = answer;
  for (const step of path.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) {
      const names = typeof answer === 'object' && answer !== null ? Object.keys(answer).slice(0, 8).map((name) => shortened(name, secrets)) : [];
      throw new StageTrouble(() => (names.length === 0
        ? t('There is no “{path}” in its answer. There are no names in it.', { path })
        : t('There is no “{path}” in its answer. Its names are {names}.', { path, names: names.join(', ') })), 'service');
    }
    here = Reflect.get(here, step);
  }
  if (here === null || (typeof here === 'number' && Number.isFinite(here))) return here;
  throw new StageTrouble(() => t('In its answer “{path}” is no number.', { path }), 'service');
}

/** 0 poorest … 1 best. */
function scoreOf(value: number, { poorest, best }: HttpStage): number {
  const share = (value - poorest) / (best - poorest);
  return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 10_000;
}

/** What is recorded of an answer: no more than fits an event, and nothing of the key, should the service repeat it. */
function keptOf(answer: unknown, value: number | null, secrets: readonly string[]): Record<string, unknown> {
  const kept = pruned(answer, secrets, 0);
  const result = isRecord(kept) ? kept : { answer: kept };
  if (JSON.stringify(result).length <= mostKept) return result;
  return { value, left_out: 'The rest of the answer was too long to be kept.' };
}

function pruned(value: unknown, secrets: readonly string[], depth: number): unknown {
  if (typeof value === 'string') return shortened(value, secrets);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= deepest) return '…';
  if (Array.isArray(value)) return value.slice(0, mostItems).map((each: unknown) => pruned(each, secrets, depth + 1));
  const entries = Object.entries(value).filter(([name]) => name !== '__proto__').slice(0, mostItems);
  return Object.fromEntries(entries.map(([name, each]) => [shortened(name, secrets), pruned(each, secrets, depth + 1)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Cut after the secrets are out: half a key is one, too. */
function shortened(text: string, secrets: readonly string[]): string {
  const clean = secrets.reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
  const short = clean.length > mostText ? `${clean.slice(0, mostText)}…` : clean;
  // A lone half of a surrogate pair would not survive being written.
  return short.replace(/\p{Surrogate}/gu, '�');
}
