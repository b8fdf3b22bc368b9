import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { t } from '@shared/language/language';
import { type HttpStage, type StageOnOffer, storedHttpStages } from '@shared/library/quality-stage';
import { stageProblem } from '@shared/library/stage-problem';
import { keyVariable } from '@shared/library/stage-words';
import { z } from 'zod';
import { httpStage, keyProblem, type StageKey } from '../adapters/http/http-stage';
import { builtInStages } from '../services/quality/stages/built-in-stages';
import { settingsIn } from './limit-settings';

/** Where the stages that a person set up come from, and their keys. */
export interface StageSource {
  /** Asked for each picture, so that a change holds at once. */
  setups(): readonly HttpStage[];
  key(stage: string): Promise<StageKey>;
  /** Whether a stage has a key, known or not. */
  hasKey(stage: string): boolean;
}

/** In the data folder: keys that the app keeps, encrypted, by the names of their stages. */
export const secretsFileName = 'secrets.json';

/** What stands in it: encrypted bytes in base64, by stage. */
export const secretsSchema = z.record(z.string(), z.string()).catch({});

/** The stages in the `settings.json` of a data folder. */
export function stageSetupsIn(dataFolder: string): readonly HttpStage[] {
  return storedHttpStages.parse(Reflect.get(settingsIn(dataFolder), 'quality_stages'));
}

/** The key that the environment names for a stage; null when there is none. */
export function keyInEnvironment(stage: string): string | null {
  const key = process.env[keyVariable(stage)]?.trim() ?? '';
  return key === '' ? null : key;
}

/** Stages of a data folder with keys of the environment: for the command line, which cannot open the app's secret store. */
export function stagesOfEnvironment(dataFolder: string): StageSource {
  const setups = stageSetupsIn(dataFolder);
  const kept = keptKeysIn(dataFolder);
  return {
    setups: () => setups,
    hasKey: (stage) => keyInEnvironment(stage) !== null || kept.has(stage),
    key: async (stage) => {
      const key = keyInEnvironment(stage);
      if (key !== null) return { kind: 'known', key };
      if (!kept.has(stage)) return { kind: 'none' };
      return {
        kind: 'problem',
        sentence: () => t('Its key lies in the app’s secret store, which the command line cannot open. Set {variable} in the environment.', {
          variable: keyVariable(stage),
        }),
      };
    },
  };
}

/** The names of the stages whose keys the app keeps. */
function keptKeysIn(dataFolder: string): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(readFileSync(join(dataFolder, secretsFileName), 'utf8'));
    return new Set(Object.keys(secretsSchema.parse(kept)));
  } catch {
    return new Set();
  }
}

/** Every stage as it can be shown: those of Alice, then a person's own. Keys never leave this function. */
export async function stagesOnOffer(source: StageSource): Promise<readonly StageOnOffer[]> {
  const ownOnes = source.setups().map(async (setup): Promise<StageOnOffer> => {
    const has_key = source.hasKey(setup.name);
    const { name, summary, cost, needs } = httpStage({ setup, key: async () => ({ kind: 'none' }), keyed: has_key });
    const problem = stageProblem(setup) ?? problemOf(await source.key(setup.name));
    return { name, summary, kind: 'http', cost: cost ?? 'nothing', needs, problem, enabled: setup.enabled, setup, has_key };
  });
  return [...[builtInStages.first, ...builtInStages.more].map(offered), ...(await Promise.all(ownOnes))];
}

function offered({ name, summary, cost, needs }: Pick<StageOnOffer, 'name' | 'summary' | 'needs'> & { readonly cost: string | null }): StageOnOffer {
  return { name, summary, kind: 'built_in', cost: cost ?? 'nothing', needs, problem: null, enabled: true, setup: null, has_key: false };
}

function problemOf(key: StageKey): string | null {
  if (key.kind === 'problem') return key.sentence();
  return key.kind === 'known' ? keyProblem(key.key) : null;
}
