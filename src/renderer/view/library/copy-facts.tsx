import { t } from '@shared/language/language';
import { Copy } from 'lucide-react';
import { Button } from '../../parts/button';
import { cx } from '../../parts/cx';
import type { Fact } from '../../parts/facts';
import { copyText } from '../../store/actions';
import styles from './copy-facts.module.css';

interface CopyFactsProps {
  readonly facts: readonly Fact[];
  /** Names out of files stand in mono, too. */
  readonly monoNames?: boolean;
}

/** Facts of the machine, each with the way to take it along. */
export function CopyFacts({ facts, monoNames = false }: CopyFactsProps) {
  return (
    <dl className={cx(styles.facts, monoNames && styles.names)}>
      {facts.map(([name, value], at) => (
        <div key={`${name} ${at}`} className={styles.fact}>
          <dt dir="auto">{name}</dt>
          <dd>
            <span dir="auto">{value}</span>
            <Button kind="quiet" icon={Copy} label={t('Copy {name}', { name })} onPress={() => void copyText(value, name)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
