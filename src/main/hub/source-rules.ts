import { createHash } from 'node:crypto';
import Conf from 'conf';
import { type OwnRule, storedOwnRules } from '@shared/library/own-rule';
import { processorVersion } from '../services/assets/processed-data';
import { settingsIn } from './limit-settings';

/** A person's own source rules, in the `settings.json` of the data folder: the same for window and command line. */
export function sourceRulesIn(dataFolder: string): readonly OwnRule[] {
  return storedOwnRules.parse(Reflect.get(settingsIn(dataFolder), 'source_rules'));
}

/** Keeps rules there. Only while no hub works with the folder: it would write over them. */
export function keepSourceRules(dataFolder: string, rules: readonly OwnRule[]): void {
  new Conf({ cwd: dataFolder, configName: 'settings', clearInvalidConfig: false }).set('source_rules', rules);
}

/** Names who reads: a version of the reader together with a set of own rules. */
export function readerName(rules: readonly OwnRule[]): string {
  if (rules.length === 0) return processorVersion;
  return `${processorVersion} with rules ${createHash('sha256').update(JSON.stringify(rules)).digest('hex').slice(0, 16)}`;
}
