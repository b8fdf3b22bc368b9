import { isCommandId } from '@shared/commands/all-commands';
import { memo, use } from 'react';
import { CommandCapsContext } from '../../parts/command-caps';
import { Kbd } from '../../parts/kbd';
import { Spoken } from '../../parts/spoken';
import styles from './key-legend.module.css';

/** Caps that are parted by blanks, or a command for the key that it has now. */
export type Legend = readonly (readonly [keys: string, what: string])[];

/** The keys that matter now, in words for everyone. */
export const KeyLegend = memo(function KeyLegend({ keys }: { readonly keys: Legend }) {
  const capsOf = use(CommandCapsContext);
  const lines = keys.map(([press, what]) => [isCommandId(press) ? capsOf(press) : press, what] as const);
  return (
    <dl className={styles.legend}>
      {lines.map(([press, what]) => press !== null && (
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
