import { t } from '@shared/language/language';
import type { Finding } from '@shared/library/care-report';
import { useView } from '../../store/use-view';
import { groupFindings } from './care-words';
import { FindingsOfKind } from './findings-of-kind';
import styles from './health.module.css';

export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const text = useView((state) => state.care.text);
  const groups = groupFindings(findings, text);
  if (findings.length > 0 && groups.length === 0) return <p className={styles.quiet}>{t('No finding mentions “{text}”.', { text })}</p>;
  return groups.map((group) => <FindingsOfKind key={group.kind} group={group} />);
}
