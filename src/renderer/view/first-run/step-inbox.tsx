import { t } from '@shared/language/language';
import { FolderAnswer } from './folder-answer';
import { Question, type StepProps } from './step';

export function StepInbox({ setup, onNext }: StepProps) {
  const { check, choose } = setup;
  return (
    <Question
      setup={setup}
      title={t('Where do new pictures arrive?')}
      about={t('Alice watches one folder, the inbox. What lands there, from your tools or by your hand, is read, rated and filed. Nothing is uploaded.')}
      primary={{ name: t('Continue'), disabled: check === null || check.inbox_problem !== null, onPress: onNext }}
    >
      <FolderAnswer
        label={t('Inbox folder')}
        path={check?.inbox_path}
        problem={check?.inbox_problem}
        hint={t('Made for you if it is not there yet. A folder inside it becomes a project.')}
        onChoose={() => choose('inbox')}
      />
    </Question>
  );
}
