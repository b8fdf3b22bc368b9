import { t } from '@shared/language/language';
import type { OwnRule } from '@shared/library/own-rule';

/** What a rule looks at, as a half sentence. */
export function ruleInWords(rule: OwnRule): string {
  if (rule.kind === 'file-name') return t('files named {pattern}', { pattern: rule.pattern });
  return `files with the metadata key ${rule.pattern}${rule.value === undefined ? '' : t(' that says {value}', { value: rule.value })}`;
}
