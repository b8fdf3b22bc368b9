import type { OwnRule } from '@shared/library/own-rule';

/** What a rule looks at, as a half sentence. */
export function ruleInWords(rule: OwnRule): string {
  if (rule.kind === 'file-name') return `files named ${rule.pattern}`;
  return `files with the metadata key ${rule.pattern}${rule.value === undefined ? '' : ` that says ${rule.value}`}`;
}
