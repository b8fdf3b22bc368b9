import { t } from '@shared/language/language';
import type { OwnRule } from '@shared/library/own-rule';

/** What a rule looks at, as a half sentence. */
export function ruleInWords(rule: OwnRule): string {
  if (rule.kind === 'file-name') return t('files named {pattern}', { pattern: rule.pattern });
  const { pattern, value } = rule;
  return value === undefined
    ? t('files with the metadata key {pattern}', { pattern })
    : t('files with the metadata key {pattern} that says {value}', { pattern, value });
}
