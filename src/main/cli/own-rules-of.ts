import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type OwnRule, ownRulesProblem, ownRulesSchema } from '@shared/library/own-rule';
import { z } from 'zod';
import { sourceRulesIn } from '../hub/source-rules';
import { messageOf } from '../kernel/report-bug';
import { UsageError } from './usage-error';

export const rulesOption = ['--rules <file>', "a JSON list of source rules to use instead of those of the data folder, as alice rules list --json prints it"] as const;

/** The source rules that a command works with: of a file when one is named, else of the data folder. @throws UsageError */
export function ownRulesOf({ rules }: { readonly rules?: string }, dataFolder: string): readonly OwnRule[] {
  return rules === undefined ? sourceRulesIn(dataFolder) : rulesIn(rules);
}

function rulesIn(file: string): readonly OwnRule[] {
  const parsed = ownRulesSchema.safeParse(jsonIn(file));
  if (!parsed.success) throw new UsageError(`${file} is no list of source rules: ${z.prettifyError(parsed.error).split('\n').join(' ')}`);
  const problem = ownRulesProblem(parsed.data);
  if (problem !== null) throw new UsageError(`${file}: ${problem}`);
  return parsed.data;
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(resolve(file), 'utf8'));
  } catch (error) {
    throw new UsageError(`The source rules in ${file} could not be read: ${messageOf(error)}`);
  }
}
