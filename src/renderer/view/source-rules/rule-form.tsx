import { t } from '@shared/language/language';
import { type OwnRule, ownRuleProblem } from '@shared/library/own-rule';
import { useState } from 'react';
import { Button } from '../../parts/button';
import { Notice } from '../../parts/notice';
import { Segmented } from '../../parts/segmented';
import { trySourceRule } from '../../store/use-source-rules';
import styles from './source-rules.module.css';

const kinds = [
  ['file-name', t('File name')],
  ['metadata-key', t('Metadata key')],
] as const;

interface RuleFormProps {
  /** The rule that is changed; null for a new one. */
  readonly rule: OwnRule | null;
  /** Whether there is an open picture to try it on. */
  readonly canTry: boolean;
  /** Comes back with a sentence when it cannot be kept. */
  readonly onKeep: (rule: OwnRule) => Promise<string | null>;
  readonly onCancel: (() => void) | null;
}

/** One rule as it is written. What is wrong with it is said beneath it. */
export function RuleForm({ rule, canTry, onKeep, onCancel }: RuleFormProps) {
  const [kind, setKind] = useState<OwnRule['kind']>(rule?.kind ?? 'file-name');
  const [pattern, setPattern] = useState(rule?.pattern ?? '');
  const [value, setValue] = useState(rule?.kind === 'metadata-key' ? (rule.value ?? '') : '');
  const [tool, setTool] = useState(rule?.tool ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const [tried, setTried] = useState<string | null>(null);

  const written: OwnRule = kind === 'file-name' ? { kind, pattern, tool } : { kind, pattern, ...(value !== '' && { value }), tool };
  const change = <T,>(set: (next: T) => void) => (next: T) => {
    set(next);
    setProblem(null);
    setTried(null);
  };
  const unlessWrong = async (act: () => Promise<void>) => {
    const wrong = ownRuleProblem(written);
    setProblem(wrong);
    setTried(null);
    if (wrong === null) await act();
  };
  const keep = () => unlessWrong(async () => {
    const refusal = await onKeep(written);
    setProblem(refusal);
    if (refusal !== null || rule !== null) return;
    setPattern('');
    setValue('');
    setTool('');
  });
  const enter = () => void keep();
  const attempt = () => unlessWrong(async () => { setTried((await trySourceRule(written)).sentence); });

  return (
    <div role="group" className={styles.form} aria-label={rule === null ? t('New rule') : t('Edit rule')}>
      <h3>{rule === null ? t('New rule') : t('Edit rule')}</h3>
      <Segmented label={t('What the rule looks at')} options={kinds} value={kind} onChange={change(setKind)} />
      <div className={styles.fields}>
        <Field label={kind === 'file-name' ? t('Files named') : t('Metadata key')} value={pattern} onChange={change(setPattern)} onEnter={enter} />
        {kind === 'metadata-key' && <Field label={t('What stands there (any, if empty)')} value={value} onChange={change(setValue)} onEnter={enter} />}
        <Field label={t('come from this tool')} value={tool} onChange={change(setTool)} onEnter={enter} />
      </div>
      {problem !== null && <Notice>{problem}</Notice>}
      <div className={styles.foot}>
        <span className={styles.tried} role="status" dir="auto">
          {tried}
        </span>
        {canTry && <Button onPress={() => void attempt()}>{t('Try on the open picture')}</Button>}
        {onCancel !== null && <Button onPress={onCancel}>{t('Cancel')}</Button>}
        <Button kind="primary" onPress={() => void keep()}>
          {rule === null ? t('Add rule') : t('Save rule')}
        </Button>
      </div>
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter: () => void;
}

function Field({ label, value, onChange, onEnter }: FieldProps) {
  return (
    <label className={styles.field}>
      {label}
      <input
        type="text"
        value={value}
        maxLength={500}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onEnter();
        }}
      />
    </label>
  );
}
