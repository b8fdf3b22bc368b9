import { t } from '@shared/language/language';
import type { StageOnOffer } from '@shared/library/quality-stage';
import { Pencil, Trash2 } from 'lucide-react';
import { Badge } from '../../../parts/badge';
import { Button } from '../../../parts/button';
import { CheckBox } from './check-box';
import styles from './stages.module.css';

interface StageListProps {
  readonly stages: readonly StageOnOffer[];
  readonly onSwitch: (stage: StageOnOffer, on: boolean) => void;
  readonly onEdit: (stage: StageOnOffer) => void;
  readonly onRemove: (stage: StageOnOffer) => void;
}

/** Every stage: what it is, costs and needs, and whether it is ready. */
export function StageList({ stages, onSwitch, onEdit, onRemove }: StageListProps) {
  return (
    <ul className={styles.stages} aria-label={t('Stages')}>
      {stages.map((stage) => (
        <li key={stage.name} className={styles.stage} aria-label={stage.name}>
          <div className={styles.line}>
            <span className={styles.name}>{stage.name}</span>
            <State stage={stage} />
            <span className={styles.facts}>
              {t('costs {cost} · needs {needs}', { cost: stage.cost, needs: stage.needs.join(', ') })}
            </span>
            {stage.kind === 'http' && (
              <>
                <CheckBox label={t('On')} on={stage.enabled} onChange={(on) => onSwitch(stage, on)} />
                <Button kind="quiet" icon={Pencil} label={t('Change {name}', { name: stage.name })} onPress={() => onEdit(stage)} />
                <Button kind="quiet" icon={Trash2} label={t('Remove {name}', { name: stage.name })} onPress={() => onRemove(stage)} />
              </>
            )}
          </div>
          <p className={styles.words}>{stage.summary}</p>
          {stage.problem !== null && <p className={styles.problem}>{stage.problem}</p>}
        </li>
      ))}
    </ul>
  );
}

function State({ stage: { enabled, problem, kind } }: { readonly stage: StageOnOffer }) {
  if (kind === 'built_in') return <Badge>{t('always on')}</Badge>;
  if (!enabled) return <Badge>{t('off')}</Badge>;
  return problem === null ? <Badge tone="glass">{t('ready')}</Badge> : <Badge tone="danger">{t('not ready')}</Badge>;
}
