import { t } from '@shared/language/language';
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { OwnRule } from '@shared/library/own-rule';
import { Button } from '../../parts/button';
import { cx } from '../../parts/cx';
import { askToReadAgain } from '../../store/use-reading';
import { hideSourceRules, keepSourceRules, useSourceRules } from '../../store/use-source-rules';
import { useView } from '../../store/use-view';
import { RuleForm } from './rule-form';
import { RuleList } from './rule-list';
import styles from './source-rules.module.css';

/** A person's own rules about which tool made a file. */
export function SourceRulesDialog() {
  const { shown, rules } = useSourceRules();
  if (!shown || rules === null) return null;
  return (
    <ModalOverlay className={cx(styles.scrim)} isOpen isDismissable onOpenChange={(open) => { if (!open) hideSourceRules(); }}>
      <Modal className={cx(styles.modal)}>
        <Dialog className={cx(styles.dialog)}>
          <header className={styles.head}>
            <Heading slot="title">{t('Source rules')}</Heading>
            <Button kind="quiet" icon={X} label={t('Close')} shortcut="Esc" onPress={hideSourceRules} />
          </header>
          <Rules rules={rules} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Rules({ rules }: { readonly rules: readonly OwnRule[] }) {
  const [edited, setEdited] = useState<number | null>(null);
  const body = useRef<HTMLDivElement>(null);
  // What had the keyboard may be gone with its rule: the dialog keeps it, so that Escape and Tab still work.
  useEffect(() => {
    if (document.activeElement === document.body) body.current?.focus();
  }, [edited, rules]);
  const canTry = useView((state) => state.library.open !== null);
  const rule = edited === null ? null : (rules[edited] ?? null);
  const keep = async (written: OwnRule) => {
    const next = edited === null ? [...rules, written] : rules.map((each, at) => (at === edited ? written : each));
    const refusal = await keepSourceRules(next);
    if (refusal === null) setEdited(null);
    return refusal;
  };
  const change = (next: readonly OwnRule[]) => {
    setEdited(null);
    void keepSourceRules(next);
  };
  const readAgain = () => {
    hideSourceRules();
    askToReadAgain(true);
  };
  return (
    <div className={styles.body} ref={body} tabIndex={-1}>
      <p>
        {t('A rule names the tool of files that Alice does not know, or that you know better than Alice does. The first that fits counts. In patterns, * stands for any letters and ? for one.')}
      </p>
      {rules.length === 0 ? (
        <p>{t('There are no rules yet.')}</p>
      ) : (
        <RuleList
          rules={rules}
          onEdit={setEdited}
          onRaise={(at) => change(rules.map((each, i) => (i === at - 1 ? rules[at] : i === at ? rules[at - 1] : each) ?? each))}
          onDelete={(at) => change(rules.filter((_, i) => i !== at))}
        />
      )}
      <RuleForm
        key={edited ?? 'new'}
        rule={rule}
        canTry={canTry}
        onKeep={keep}
        onCancel={edited === null ? null : () => setEdited(null)}
      />
      <div className={styles.foot}>
        <span className={styles.tried}>{t('New files follow the rules at once.')}</span>
        <Button onPress={readAgain}>{t('Read all metadata again…')}</Button>
      </div>
    </div>
  );
}
