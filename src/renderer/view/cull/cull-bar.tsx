import { t } from '@shared/language/language';
import { Shuffle, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../parts/button';
import { Segmented } from '../../parts/segmented';
import { endCulling } from '../../store/use-cull';
import { useCullCount } from '../../store/use-cull-marks';
import { compareHere, decideBlind, decideOne } from '../../store/use-cull-modes';
import { useView } from '../../store/use-view';
import styles from './cull-bar.module.css';

const sides = [['1', t('One')], ['2', t('Two')], ['4', t('Four')]] as const;

/** The head of the layer: where one is, what is left, and the ways to look. */
export function CullBar({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  const mode = useView((state) => state.cull?.mode);
  const shown = useView((state) => (state.cull?.mode === 'compare' ? String(state.cull.side_by_side.length) : state.cull?.mode === 'one' ? '1' : ''));
  return (
    <header className={styles.bar}>
      <Button kind="quiet" icon={X} label={t('Leave')} shortcut="Esc" onPress={() => void endCulling()} />
      <h2 className={styles.title}>{title}</h2>
      {mode !== 'blind' && <Progress />}
      <div className={styles.controls}>
        {children}
        <Segmented
          label={t('Pictures side by side')}
          options={sides}
          value={sides.find(([count]) => count === shown)?.[0] ?? null}
          onChange={(count) => (count === '1' ? decideOne() : compareHere(Number(count)))}
        />
        <Button icon={Shuffle} shortcut="B" pressed={mode === 'blind'} onPress={() => (mode === 'blind' ? decideOne() : decideBlind())}>
          {t('Blind')}
        </Button>
      </div>
    </header>
  );
}

function Progress() {
  const at = useView((state) => state.cull?.at ?? 0);
  const total = useView((state) => state.cull?.ids.length ?? 0);
  const { decided, known } = useCullCount();
  return (
    <p className={styles.about}>
      {t('{at, number} of {total, number}', { at: at + 1, total })}
      <span>
        {known === total
          ? t('{decided, number} decided, {left, number} left', { decided, left: total - decided })
          : t('{decided, number} decided', { decided })}
      </span>
    </p>
  );
}
