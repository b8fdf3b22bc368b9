import { Notice } from '../../parts/notice';
import { useCare } from '../../store/use-care';
import { Findings } from './findings';
import styles from './health.module.css';
import { OutcomeSum } from './outcome-sum';
import { Safety } from './safety';
import { Verdict } from './verdict';

/** Whether inbox, organized folder and log agree, with the numbers that prove it and the way to mend what does not. */
export function Health({ now }: { readonly now: number }) {
  const { overview, problem } = useCare();
  return (
    <div className={styles.page} data-pane>
      {problem !== null && <Notice>{problem}</Notice>}
      {overview !== null && (
        <>
          <Verdict overview={overview} now={now} />
          {overview.report !== null && (
            <>
              <Findings findings={overview.report.findings} />
              <OutcomeSum report={overview.report} />
            </>
          )}
          <Safety overview={overview} now={now} />
        </>
      )}
    </div>
  );
}
