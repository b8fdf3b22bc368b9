import { memo } from 'react';
import { Kbd } from '../../parts/kbd';
import { Spoken } from '../../parts/spoken';
import styles from './key-legend.module.css';

export type Legend = readonly (readonly [keys: string, what: string])[];

/** The keys that matter now, in words for everyone. */
export const KeyLegend = memo(function KeyLegend({ keys }: { readonly keys: Legend }) {
  return (
    <dl className={styles.legend}>
      {keys.map(([press, what]) => (
        <div key={what}>
          <dt>
            <Spoken>{press}</Spoken>
            {press.split(' ').map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
});
