import { t } from '@shared/language/language';
import { useState } from 'react';
import { Notice } from '../../parts/notice';
import styles from './first-run-view.module.css';
import { ResultTree } from './result-tree';
import { StepInbox } from './step-inbox';
import { StepOrganized } from './step-organized';
import { StepStart } from './step-start';
import { useSetup } from './use-setup';

const steps = [StepInbox, StepOrganized, StepStart] as const;

/** Three questions at the left, what comes of the answers at the right. Skip takes the answers as they are. */
export function FirstRunView() {
  const setup = useSetup();
  const [place, setPlace] = useState(0);
  const Step = steps[place] ?? StepStart;
  return (
    <main className={styles.first}>
      <div className={styles.words}>
        <div className={styles.steps} role="img" aria-label={t('Step {place, number} of {steps, number}', { place: place + 1, steps: steps.length })}>
          {steps.map((step, index) => (
            <span key={step.name} data-on={index <= place} />
          ))}
        </div>
        {setup.problem !== null && <Notice>{setup.problem}</Notice>}
        <Step setup={setup} onNext={() => setPlace(place + 1)} onBack={() => setPlace(place - 1)} />
      </div>
      <div className={styles.show}>
        <ResultTree check={setup.check} place={place} />
      </div>
    </main>
  );
}
