import { t } from '@shared/language/language';
import type { Finding, Mend } from '@shared/library/care-report';
import { useState } from 'react';
import { Button } from '../../parts/button';
import { number } from '../../parts/numbers';
import { mendFindings, useCare } from '../../store/use-care';
import { type FindingGroup, kindWords, mendWords } from './care-words';
import styles from './findings.module.css';

/** More rows than these wait behind a button: a check may find thousands. */
const atFirst = 20;

/** Findings of one kind, with their sentences and offers, one by one or for all. */
export function FindingsOfKind({ group: { kind, findings, mends } }: { readonly group: FindingGroup }) {
  const [limit, setLimit] = useState(atFirst);
  const mending = useCare((state) => state.mending);
  const [name, meaning] = kindWords[kind];
  const [best] = mends;
  const id = `findings-${kind}`;
  return (
    <section className={styles.group} aria-labelledby={id}>
      <div className={styles.head}>
        <div>
          <h3 id={id}>
            {name} <span className={styles.count}>{number(findings.length)}</span>
          </h3>
          <p>{meaning}</p>
        </div>
        {best !== undefined && findings.length > 1 && (
          <Button disabled={findings.some((one) => mending.has(one.id))} onPress={() => void mendFindings(findings, best)}>
            {t('{mend} · all {count, number}', { mend: mendWords(best, kind), count: findings.length })}
          </Button>
        )}
      </div>
      <ul className={styles.list}>
        {findings.slice(0, limit).map((finding) => (
          <FindingRow key={finding.id} finding={finding} />
        ))}
      </ul>
      {findings.length > limit && <Button onPress={() => setLimit(limit * 5)}>{t('Show more of {count, number}', { count: findings.length })}</Button>}
    </section>
  );
}

function FindingRow({ finding }: { readonly finding: Finding }) {
  const busy = useCare((state) => state.mending.has(finding.id));
  const failed = useCare((state) => state.failed.get(finding.id));
  const mend = (how: Mend) => void mendFindings([finding], how);
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p>{finding.message}</p>
        <p className={styles.path}>{finding.path}</p>
        {failed !== undefined && <p className={styles.failed}>{failed}</p>}
      </div>
      {finding.mends.map((how) => (
        <Button key={how} disabled={busy} onPress={() => mend(how)}>
          {mendWords(how, finding.kind)}
        </Button>
      ))}
    </li>
  );
}
