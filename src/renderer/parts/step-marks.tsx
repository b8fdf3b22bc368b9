import { t } from '@shared/language/language';
import { memo } from 'react';
import { Shape } from './shape';
import styles from './step-marks.module.css';

interface StepMarksProps {
  /** How many of the four steps are behind: found, read, rated, filed. */
  readonly reached: number;
  /** The step at which the file was set aside. */
  readonly failed?: boolean;
}

const families = ['asset', 'asset', 'quality', 'asset'] as const;

/** The way of a file in four marks: found, read, rated, filed. */
export const StepMarks = memo(function StepMarks({ reached, failed = false }: StepMarksProps) {
  const said = failed ? t('{reached, number} of 4 steps done, then set aside', { reached }) : t('{reached, number} of 4 steps done', { reached });
  return (
    <span className={styles.marks} role="img" aria-label={said}>
      {families.map((family, index) => (
        <Shape key={`${family}${index}`} family={family} mark={markOf(index, reached, failed)} small silent />
      ))}
    </span>
  );
});

function markOf(index: number, reached: number, failed: boolean) {
  if (index < reached) return 'done';
  return failed && index === reached ? 'failed' : 'running';
}
