import type { CareOverview } from '@shared/ipc/answers';
import type { CareProgress } from '@shared/library/care-report';
import { countOf } from '@shared/story/words';
import { CircleCheck, CircleDashed, Stethoscope, TriangleAlert } from 'lucide-react';
import { Button } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { Meter } from '../../parts/meter';
import { Notice } from '../../parts/notice';
import { number } from '../../parts/numbers';
import { duration } from '../../parts/times';
import { checkFiles } from '../../store/use-care';
import { ago } from './ago';
import styles from './verdict.module.css';

/** In one sentence whether all is well, and the way to find out again. */
export function Verdict({ overview, now }: { readonly overview: CareOverview; readonly now: number }) {
  const { report, progress, problem } = overview;
  const { icon, title, about } = wordsOf(overview, now);
  return (
    <section className={styles.verdict} aria-label="Last check">
      <div className={styles.line}>
        <span className={styles.sign} data-bad={progress === null && report !== null && report.findings.length > 0}>
          <Icon of={icon} size="lg" inherit />
        </span>
        <div className={styles.words} role="status">
          <h2>{title}</h2>
          <p>{about}</p>
        </div>
        <div className={styles.buttons}>
          <Button kind="primary" icon={Stethoscope} command="care.check" disabled={progress !== null} onPress={() => void checkFiles(false)}>
            Check now
          </Button>
          <Button disabled={progress !== null} onPress={() => void checkFiles(true)}>
            Check every byte
          </Button>
        </div>
      </div>
      {progress !== null && <Meter label="The check" value={progress.done} total={progress.total ?? 0} />}
      {problem !== null && <Notice>{problem}</Notice>}
    </section>
  );
}

function wordsOf({ report, progress }: CareOverview, now: number) {
  if (progress !== null) return { icon: CircleDashed, title: 'Checking', about: progressInWords(progress) };
  if (report === null) {
    return { icon: CircleDashed, title: 'Not checked yet', about: 'A check compares inbox, organized folder and log. It changes nothing.' };
  }
  const when = `Checked ${ago(report.checked_at, now)} in ${duration(report.duration_ms)}, ${report.deep ? 'every byte read' : 'sizes and times compared'}`;
  const count = report.findings.length;
  if (count === 0) return { icon: CircleCheck, title: 'Every file has its place, and every place its file', about: when };
  return { icon: TriangleAlert, title: `${countOf(count, 'finding')} to look at`, about: `${when}. Nothing is changed until you choose.` };
}

const parts = { log: 'Reading the log', organized: 'Looking through the organized folder', inbox: 'Looking through the inbox' } as const;

export function progressInWords({ part, done, total }: CareProgress): string {
  const of = total === null ? '' : ` of ${number(total)}`;
  return `${parts[part]}: ${number(done)}${of}`;
}
