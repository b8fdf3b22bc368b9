import { t } from '@shared/language/language';
import type { CareReport } from '@shared/library/care-report';
import { number } from '../../parts/numbers';
import styles from './outcome-sum.module.css';

const outcomes = [
  ['waiting', t('waiting')],
  ['working', t('being worked on')],
  ['filed', t('filed, original kept')],
  ['duplicate', t('duplicates, linked')],
  ['set_aside', t('set aside')],
] as const;

/** The sum that proves that no file is without an outcome. */
export function OutcomeSum({ report }: { readonly report: CareReport }) {
  return (
    <section className={styles.sum} aria-labelledby="outcome-sum">
      <h3 id="outcome-sum">{t('Every file in the inbox has one outcome')}</h3>
      <dl className={styles.line}>
        <div className={styles.whole}>
          <dt>{t('in the inbox')}</dt>
          <dd>{number(report.inbox_files)}</dd>
        </div>
        {outcomes.map(([outcome, words], at) => (
          <div key={outcome}>
            <dt>{words}</dt>
            <dd>
              <span className={styles.sign}>{at === 0 ? '=' : '+'}</span>
              {number(report.outcomes[outcome])}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.about}>
        {t(
          '{files, plural, one {# file} other {# files}} in the organized folder, {assets, plural, one {# asset} other {# assets}} in the library, and {events, plural, one {# event} other {# events}} read in the log.',
          { files: report.organized_files, assets: report.assets, events: report.events },
        )}
      </p>
    </section>
  );
}
