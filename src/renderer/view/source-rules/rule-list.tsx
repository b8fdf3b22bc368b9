import { t } from '@shared/language/language';
import type { OwnRule } from '@shared/library/own-rule';
import { toolName, toolSlug } from '@shared/library/provenance';
import { ArrowUp, Pencil, Trash2 } from 'lucide-react';
import { Button } from '../../parts/button';
import { ruleInWords } from './rule-words';
import styles from './source-rules.module.css';

interface RuleListProps {
  readonly rules: readonly OwnRule[];
  readonly onEdit: (at: number) => void;
  readonly onRaise: (at: number) => void;
  readonly onDelete: (at: number) => void;
}

/** The rules in their order: the first that fits counts. */
export function RuleList({ rules, onEdit, onRaise, onDelete }: RuleListProps) {
  return (
    <ol className={styles.rules} aria-label={t('Source rules')}>
      {rules.map((rule, at) => {
        const tool = toolName(toolSlug(rule.tool));
        return (
          <li key={`${at} ${JSON.stringify(rule)}`} className={styles.rule}>
            <span className={styles.words} dir="auto">
              <span className={styles.tool}>{tool}</span>: {ruleInWords(rule)}
            </span>
            {at > 0 && <Button kind="quiet" icon={ArrowUp} label={t('Move rule {at, number} up', { at: at + 1 })} onPress={() => onRaise(at)} />}
            <Button kind="quiet" icon={Pencil} label={t('Edit rule {at, number}', { at: at + 1 })} onPress={() => onEdit(at)} />
            <Button kind="quiet" icon={Trash2} label={t('Delete rule {at, number}', { at: at + 1 })} onPress={() => onDelete(at)} />
          </li>
        );
      })}
    </ol>
  );
}
