import { type OwnRule, ownRuleProblem } from '@shared/library/own-rule';
import { toolSlug } from '@shared/library/provenance';
import type { Clues } from '../clues';
import { evidence } from '../clues';
import type { Recognition } from '../tool-reader';
import { globMatches } from './glob';

/** Letters of a value that a pattern is held against. */
const MOST_VALUE = 4_000;
const MOST_KEYS = 2_000;

/** The verdict of the first rule that fits; rules that are wrong are passed over. Null when none fits. */
export const matchOwnRules = (rules: readonly OwnRule[], clues: Clues): Recognition | null => {
  for (const rule of rules) {
    const sign = ownRuleProblem(rule) === null ? signOf(rule, clues) : null;
    if (sign !== null) return { tool: toolSlug(rule.tool), confidence: 1, evidence: [sign] };
  }
  return null;
};

const signOf = (rule: OwnRule, clues: Clues): Recognition['evidence'][number] | null => {
  if (rule.kind === 'file-name') {
    const name = clues.fileName.slice(0, 1_000);
    return globMatches(rule.pattern, name) ? evidence('own-rule', 'file name', `your rule “${rule.pattern}” fits ${name}`) : null;
  }
  for (const { key, clue } of clues.keys().slice(0, MOST_KEYS)) {
    if (!globMatches(rule.pattern, key) && !globMatches(rule.pattern, clue.label)) continue;
    if (rule.value !== undefined && !globMatches(rule.value, clue.text.slice(0, MOST_VALUE))) continue;
    return evidence('own-rule', clue.label, `your rule “${rule.pattern}” fits: ${clue.text.slice(0, 150)}`);
  }
  return null;
};
