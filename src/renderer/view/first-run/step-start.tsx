import { t } from '@shared/language/language';
import { Images } from 'lucide-react';
import { Button } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { Question, type StepProps } from './step';
import styles from './step.module.css';

export function StepStart({ setup, onBack }: StepProps) {
  const { busy, finish } = setup;
  return (
    <Question
      setup={setup}
      skipName={t('Start empty')}
      title={t('See it work?')}
      about={t('A dozen small sample pictures show the whole way: found, read, rated, filed. They are copied to the inbox and can be thrown away like any file.')}
      primary={{ name: t('Start with samples'), disabled: busy, onPress: () => finish(true) }}
      actions={
        <Button kind="quiet" size="lg" disabled={busy} onPress={onBack}>
          {t('Back')}
        </Button>
      }
    >
      <div className={styles.choice}>
        <Icon of={Images} size="lg" />
        <p className={styles.hint}>{t('Or drop your own pictures anywhere in the window, at any time.')}</p>
      </div>
    </Question>
  );
}
