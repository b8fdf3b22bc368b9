import type { CareOverview } from '@shared/ipc/answers';
import { t } from '@shared/language/language';
import type { CareProgress } from '@shared/library/care-report';
import { CircleCheck, CircleDashed, Stethoscope, TriangleAlert } from 'lucide-react';
import { Button } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { Meter } from '../../parts/meter';
import { Notice } from '../../parts/notice';
import { duration } from '../../parts/times';
import { checkFiles } from '../../store/use-care';
import { ago } from './ago';
import styles from './verdict.module.css';

/** In one sentence whether all is well, and the way to find out again. */
export function Verdict({ overview, now }: { readonly overview: CareOverview; readonly now: number }) {
  const { report, progress, problem } = overview;
  const { icon, title, about } = wordsOf(overview, now);
  return (
    <section className={styles.verdict} aria-label={t('Last check')}>
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
            {t('Check now')}
          </Button>
          <Button disabled={progress !== null} onPress={() => void checkFiles(true)}>
            {t('Check every byte')}
          </Button>
        </div>
      </div>
      {progress !== null && <Meter label={t('The check')} value={progress.done} total={progress.total ?? 0} />}
      {problem !== null && <Notice>{problem}</Notice>}
    </section>
  );
}

function wordsOf({ report, progress }: CareOverview, now: number) {
  if (progress !== null) return { icon: CircleDashed, title: t('Checking'), about: progressInWords(progress) };
  if (report === null) {
    return { icon: CircleDashed, title: t('Not checked yet'), about: t('A check compares inbox, organized folder and log. It changes nothing.') };
  }
  const checked = { when: ago(report.checked_at, now), time: duration(report.duration_ms) };
  const about = report.deep
    ? t('Checked {when} in {time}, every byte read', checked)
    : t('Checked {when} in {time}, sizes and times compared', checked);
  const count = report.findings.length;
  if (count === 0) return { icon: CircleCheck, title: t('Every file has its place, and every place its file'), about };
  return {
    icon: TriangleAlert,
    title: t('{count, plural, one {# finding} other {# findings}} to look at', { count }),
    about: t('{checked}. Nothing is changed until you choose.', { checked: about }),
  };
}

const parts = { log: t('Reading the log'), organized: t('Looking through the organized folder'), inbox: t('Looking through the inbox') } as const;

export function progressInWords({ part, done, total }: CareProgress): string {
  const what = parts[part];
  return total === null ? t('{what}: {done, number}', { what, done }) : t('{what}: {done, number} of {total, number}', { what, done, total });
}
