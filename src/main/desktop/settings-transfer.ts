import { isDeepStrictEqual } from 'node:util';
import type { ImportChange } from '@shared/ipc/settings-calls';
import { t } from '@shared/language/language';
import { ownRulesProblem, ownRulesSchema } from '@shared/library/own-rule';
import { type HttpStage, httpStagesSchema } from '@shared/library/quality-stage';
import { isSettingKey, type SettingKey, settingKeys, settingOf } from '@shared/settings/settings-table';
import { valueInWords } from '@shared/settings/setting-words';
import { z } from 'zod';
import { stagesAsTold } from './secrets-of-stages';
import type { Settings } from './settings';

const format = 1;
/** More than this no file of settings holds. */
export const largestImport = 2_000_000;
const fileSchema = z.object({ alice_settings: z.int().positive(), settings: z.record(z.string(), z.unknown()) });
const namesShown = 80;

/** The settings as a file: without keys, which lie in the system's secret store, and without places unless asked. */
export function exportedSettings(settings: Settings, version: string, withPlaces: boolean): string {
  const kept = settingKeys.filter((key) => withPlaces || settingOf(key).is_place !== true);
  const told = kept.map((key): [string, unknown] => [key, key === 'quality_stages' ? stagesAsTold(settings.quality_stages) : settings[key]]);
  return `${JSON.stringify({ alice_settings: format, made_by: `Alice ${version}`, settings: Object.fromEntries<unknown>(told) }, null, 2)}\n`;
}

/** What a file of settings would do here. */
export interface ReadImport {
  readonly changes: readonly (ImportChange & { readonly value: unknown })[];
  readonly same: number;
  readonly problems: readonly string[];
}

/** Reads a file of settings against those that hold. What does not fit is left out, each with a sentence. */
export function readImport(text: string, settings: Settings, fileName: string): ReadImport | { readonly problem: string } {
  const file = fileSchema.safeParse(parsed(text));
  if (!file.success) return { problem: t("{name} is no file of Alice's settings. Choose one that was made with Export.", { name: fileName }) };
  if (file.data.alice_settings > format) return { problem: t('{name} was made by a newer Alice. Update Alice, then import it.', { name: fileName }) };
  const changes: (ImportChange & { value: unknown })[] = [];
  const problems: string[] = [];
  let same = 0;
  for (const [key, told] of Object.entries(file.data.settings)) {
    if (!isSettingKey(key)) {
      problems.push(t('This Alice knows no setting “{key}”. It is left out.', { key: key.slice(0, namesShown) }));
      continue;
    }
    const read = fitting(key, told, settings);
    problems.push(...read.problems);
    if (!read.fits) continue;
    if (isDeepStrictEqual(read.value, settings[key])) same += 1;
    else changes.push({ key, from: valueInWords(key, settings[key]), to: valueInWords(key, read.value), value: read.value });
  }
  return { changes, same, problems };
}

type Fitting =
  | { readonly fits: true; readonly value: unknown; readonly problems: readonly string[] }
  | { readonly fits: false; readonly problems: readonly string[] };

function fitting(key: SettingKey, told: unknown, settings: Settings): Fitting {
  if (key === 'quality_stages') return fittingStages(told, settings.quality_stages);
  // A file must not have Alice ask somebody.
  if (key === 'look_for_updates' && told === 'daily' && settings.look_for_updates === 'never') {
    return { fits: false, problems: [t('Look for updates stays as it is. Switch it on in About, when you know the address that is asked.')] };
  }
  if (key === 'release_list' && told !== settings.release_list && settings.look_for_updates !== 'never') {
    const address = settingOf(key).title;
    return { fits: false, problems: [t('{address} stays as it is, since Alice looks there by herself. Enter it in About, when you know whose it is.', { address })] };
  }
  const { title, schema, is_place } = settingOf(key);
  if (key === 'source_rules') {
    const rules = ownRulesSchema.safeParse(told);
    const problem = rules.success ? ownRulesProblem(rules.data) : t('they are no rules.');
    if (rules.success && problem === null) return { fits: true, value: rules.data, problems: [] };
    return { fits: false, problems: [t('{title} do not fit: {problem} They stay as they are.', { title, problem: problem ?? '' })] };
  }
  if (is_place === true && told === null) return { fits: false, problems: [] };
  const value = schema.safeParse(told);
  if (!value.success) return { fits: false, problems: [t('{title} cannot be {value}. It stays as it is.', { title, value: shortly(told) })] };
  return { fits: true, value: value.data, problems: [] };
}

/** Stages come switched off: a file must not send pictures away. Those that are here stay: their keys are meant for their servers. */
function fittingStages(told: unknown, here: readonly HttpStage[]): Fitting {
  const stages = httpStagesSchema.safeParse(told);
  if (!stages.success) return { fits: false, problems: [t('Quality stages do not fit. They stay as they are.')] };
  const fresh = stages.data.filter(({ name }) => !here.some((each) => each.name === name));
  const value = [...here, ...fresh.map((stage) => ({ ...stage, enabled: false }))];
  if (!httpStagesSchema.safeParse(value).success) return { fits: false, problems: [t('With the quality stages of the file there would be too many. They stay as they are.')] };
  const off = fresh.filter(({ enabled }) => enabled).map(({ name }) => t('The stage {name} comes switched off and without its key. Switch it on in Quality stages.', { name }));
  return { fits: true, value, problems: off };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

function shortly(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= namesShown ? text : `${text.slice(0, namesShown)}…`;
}
