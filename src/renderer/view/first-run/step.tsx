import type { ReactNode } from 'react';
import { Button } from '../../parts/button';
import styles from './step.module.css';
import type { Setup } from './use-setup';

export interface StepProps {
  readonly setup: Setup;
  readonly onNext: () => void;
  readonly onBack: () => void;
}

interface QuestionProps {
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
  readonly setup: Setup;
}

/** One question with its answer filled in. */
export function Question({ title, about, children, actions, setup }: QuestionProps) {
  return (
    <>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.about}>{about}</p>
      {children}
      <span className={styles.grow} />
      <div className={styles.actions}>
        {actions}
        <span className={styles.grow} />
        <Button kind="quiet" size="lg" disabled={setup.busy} onPress={() => setup.finish(false)}>
          Skip setup
        </Button>
      </div>
    </>
  );
}
