import { Shuffle, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../parts/button';
import { number } from '../../parts/numbers';
import { Segmented } from '../../parts/segmented';
import { endCulling } from '../../store/use-cull';
import { useCullCount } from '../../store/use-cull-marks';
import { compareHere, decideBlind, decideOne } from '../../store/use-cull-modes';
import { useView } from '../../store/use-view';
import styles from './cull-bar.module.css';

const sides = [['1', 'One'], ['2', 'Two'], ['4', 'Four']] as const;

/** The head of the layer: where one is, what is left, and the ways to look. */
export function CullBar({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  const cull = useView((state) => state.cull);
  const { decided, known } = useCullCount();
  if (cull === null) return null;
  const total = cull.ids.length;
  const counted = known === total;
  const shown = cull.mode === 'compare' ? String(cull.side_by_side.length) : cull.mode === 'one' ? '1' : '';
  return (
    <header className={styles.bar}>
      <Button kind="quiet" icon={X} label="Leave" shortcut="Esc" onPress={() => void endCulling()} />
      <h2 className={styles.title}>{title}</h2>
      {cull.mode !== 'blind' && (
        <p className={styles.about}>
          {number(cull.at + 1)} of {number(total)}
          <span>
            {number(decided)} decided{counted ? `, ${number(total - decided)} left` : ''}
          </span>
        </p>
      )}
      <div className={styles.controls}>
        {children}
        <Segmented
          label="Pictures side by side"
          options={sides}
          value={sides.find(([count]) => count === shown)?.[0] ?? null}
          onChange={(count) => (count === '1' ? decideOne() : compareHere(Number(count)))}
        />
        <Button icon={Shuffle} shortcut="B" pressed={cull.mode === 'blind'} onPress={() => (cull.mode === 'blind' ? decideOne() : decideBlind())}>
          Blind
        </Button>
      </div>
    </header>
  );
}
