import { t } from '@shared/language/language';
import { bytesInWords } from '@shared/story/words';
import { Button } from '../../parts/button';
import { operationSentence } from '../../parts/operation-words';
import { Segmented } from '../../parts/segmented';
import { FolderAnswer } from './folder-answer';
import { Question, type StepProps } from './step';
import styles from './step.module.css';

const operations = [
  ['copy', t('Copy, keep the original')],
  ['move', t('Move it')],
] as const;

export function StepOrganized({ setup, onNext, onBack }: StepProps) {
  const { check, operation, setOperation, choose } = setup;
  const hint = check?.free_bytes == null
    ? t('Only Alice writes here; your own files are never changed.')
    : t('{size} free. Only Alice writes here; your own files are never changed.', { size: bytesInWords(check.free_bytes) });
  return (
    <Question
      setup={setup}
      title={t('Where should finished pictures live?')}
      about={t('Alice files each picture from the inbox into plain folders here: by day, project, tool and stars. You can open them with anything.')}
      primary={{ name: t('Continue'), disabled: check === null || check.organized_problem !== null, onPress: onNext }}
      actions={
        <Button kind="quiet" size="lg" onPress={onBack}>
          {t('Back')}
        </Button>
      }
    >
      <FolderAnswer
        label={t('Organized folder')}
        path={check?.organized_path}
        problem={check?.organized_problem}
        hint={hint}
        onChoose={() => choose('organized')}
      />
      <div className={styles.part}>
        <p className={styles.label}>{t('When a file is filed')}</p>
        <Segmented large label={t('When a file is filed')} options={operations} value={operation} onChange={setOperation} />
        <p className={styles.hint}>
          {operationSentence[operation]}
        </p>
      </div>
    </Question>
  );
}
