import { FolderAnswer } from './folder-answer';
import { Question, type StepProps } from './step';

export function StepInbox({ setup, onNext }: StepProps) {
  const { check, choose } = setup;
  return (
    <Question
      setup={setup}
      title="Where do new pictures arrive?"
      about="Alice watches one folder, the inbox. What lands there, from your tools or by your hand, is read, rated and filed. Nothing is uploaded."
      primary={{ name: 'Continue', disabled: check === null || check.inbox_problem !== null, onPress: onNext }}
    >
      <FolderAnswer
        label="Inbox folder"
        path={check?.inbox_path}
        problem={check?.inbox_problem}
        hint="Made for you if it is not there yet. A folder inside it becomes a project."
        onChoose={() => choose('inbox')}
      />
    </Question>
  );
}
