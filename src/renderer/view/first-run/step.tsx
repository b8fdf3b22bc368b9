import { t } from '@shared/language/language';
import type { ReactNode } from 'react';
import { Button } from '../../parts/button';
import styles from './step.module.css';
import { useEnter } from './use-enter';
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
  /** The button that Enter stands for. */
  readonly primary: { readonly name: string; readonly disabled: boolean; readonly onPress: () => void };
  /** Other buttons beside it. */
  readonly actions?: ReactNode;
  /** What taking the answers as they are is called here. */
  readonly skipName?: string;
  readonly setup: Setup;
}

/** One question with its answer filled in. */
export function Question({ title, about, children, primary, actions, skipName = t('Skip setup'), setup }: QuestionProps) {
  useEnter(!primary.disabled, primary.onPress);
  return (
    <>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.about}>{about}</p>
      {children}
      <span className={styles.grow} />
      <div className={styles.actions}>
        <Button kind="primary" size="lg" shortcut="Enter" disabled={primary.disabled} onPress={primary.onPress}>
          {primary.name}
        </Button>
        {actions}
        <span className={styles.grow} />
        <Button kind="quiet" size="lg" disabled={setup.busy} onPress={() => setup.finish(false)}>
          {skipName}
        </Button>
      </div>
    </>
  );
}
