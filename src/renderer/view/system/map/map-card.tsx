import { t } from '@shared/language/language';
import { cx } from '../../../parts/cx';
import { Shape } from '../../../parts/shape';
import { keyOf } from './map-keys';
import type { MapNode } from './map-layout';
import { type NodeFigures, nodeInWords, nodeState } from './map-words';
import styles from './system-map.module.css';
import type { glowOf } from './use-map-flow';

interface MapCardProps {
  readonly node: MapNode;
  readonly figures: NodeFigures;
  readonly glow: ReturnType<typeof glowOf>;
  readonly chosen: boolean;
  readonly dim: boolean;
  readonly reachable: boolean;
  readonly onChoose: () => void;
}

/** A service or a door. */
export function MapCard({ node, figures, glow, chosen, dim, reachable, onChoose }: MapCardProps) {
  const { service, door, x, y, width, height } = node;
  const state = nodeState(figures);
  return (
    <button
      type="button"
      className={cx(styles.card, door && styles.door, dim && styles.dim)}
      style={{ left: x, top: y, width, height }}
      data-map-key={keyOf.node(service.name)}
      tabIndex={reachable ? 0 : -1}
      aria-pressed={chosen}
      aria-label={nodeInWords(service, figures)}
      onClick={onChoose}
    >
      <span className={styles.name}>{service.name}</span>
      <span className={styles.line}>{t('{count, number}/min', { count: figures.minute })}</span>
      {state !== null && (
        <span className={styles.line} data-bad={state.bad}>
          {state.words}
        </span>
      )}
      {glow !== null && (
        <span className={styles.glow} data-level={glow.level}>
          <Shape family={glow.family} silent />
        </span>
      )}
    </button>
  );
}
