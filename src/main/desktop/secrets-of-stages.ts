import { t } from '@shared/language/language';
import type { HttpStage } from '@shared/library/quality-stage';
import { stageProblem } from '@shared/library/stage-problem';
import { keyVariable } from '@shared/library/stage-words';
import { keyProblem, type StageKey } from '../adapters/http/http-stage';
import { keyInEnvironment, type StageSource } from '../hub/quality-stages-setup';
import { SecretRefused, type Secrets } from './secrets';

const mostStages = 20;

/** A stage cannot be kept or tried like this; the message is a sentence for the person. */
export class StageRefused extends Error {
  override readonly name = 'StageRefused';
}

/** The stages of the app's settings, with keys of the secret store, else of the environment. */
export function stageSource(setups: () => readonly HttpStage[], secrets: Secrets): StageSource {
  return {
    setups,
    hasKey: (stage) => secrets.has(stage) || keyInEnvironment(stage) !== null,
    key: async (stage) => {
      const kept = await secrets.get(stage).catch(() => undefined);
      const key = kept ?? keyInEnvironment(stage);
      if (key !== null) return { kind: 'known', key };
      return kept === undefined ? { kind: 'problem', sentence: () => unreadable(stage) } : { kind: 'none' };
    },
  };
}

const unreadable = (stage: string) => t(
  "Its key cannot be read from this system's secret store. Enter it again in Quality Stages, or start Alice with {name} in the environment.",
  { name: keyVariable(stage) },
);

/** A stage as the window sends it; a key of null means the one that is kept, and an empty one none. */
export interface WishedStage {
  readonly stage: HttpStage;
  readonly key: string | null;
}

/** The key that a stage would be asked with. @throws StageRefused */
export async function keyFor({ stage, key }: WishedStage, source: StageSource): Promise<StageKey> {
  refuseWrong({ stage, key }, source);
  if (key === null) return source.key(stage.name);
  return key.trim() === '' ? { kind: 'none' } : { kind: 'known', key };
}

/** Keeps the key of a stage, and hands back all stages with it among them. @throws StageRefused */
export async function withStage({ stage, key }: WishedStage, source: StageSource, secrets: Secrets): Promise<readonly HttpStage[]> {
  refuseWrong({ stage, key }, source);
  const now = source.setups();
  const isNew = !now.some(({ name }) => name === stage.name);
  if (isNew && now.length >= mostStages) throw new StageRefused(t('There are {most, number} stages, and more are not kept. Remove one first.', { most: mostStages }));
  if (key !== null && key.trim() === '') await secrets.forget(stage.name);
  else if (key !== null) {
    await secrets.keep(stage.name, key.trim()).catch((error: unknown) => {
      if (!(error instanceof SecretRefused)) throw error;
      throw new StageRefused(t('{problem} Or start Alice with the key in the environment, as {name}.', {
        problem: error.message,
        name: keyVariable(stage.name),
      }));
    });
  }
  return isNew ? [...now, stage] : now.map((each) => (each.name === stage.name ? stage : each));
}

/** All stages without one, and without its key. @throws StageRefused */
export async function withoutStage(name: string, source: StageSource, secrets: Secrets): Promise<readonly HttpStage[]> {
  const now = source.setups();
  if (!now.some((each) => each.name === name)) throw new StageRefused(t('There is no stage {name} any more.', { name }));
  await secrets.forget(name);
  return now.filter((each) => each.name !== name);
}

/** Stages as an event tells them: what stands behind a question mark could be a key that was put into the address. */
export function stagesAsTold(stages: readonly HttpStage[]): readonly HttpStage[] {
  return stages.map((stage) => {
    const { origin, pathname } = new URL(stage.url);
    return { ...stage, url: `${origin}${pathname}` };
  });
}

function refuseWrong({ stage, key }: WishedStage, source: StageSource): void {
  const problem = stageProblem(stage) ?? (key === null ? null : keyProblem(key.trim()));
  if (problem !== null) throw new StageRefused(problem);
  const before = source.setups().find(({ name }) => name === stage.name);
  // A key is meant for one server: no change of an address alone takes it to another.
  if (key === null && before !== undefined && source.hasKey(stage.name) && originOf(before.url) !== originOf(stage.url)) {
    throw new StageRefused(t('The address leads to another server than before. Enter the key again, so that it goes where you mean it to go.'));
  }
}

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}
