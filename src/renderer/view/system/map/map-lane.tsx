import { cx } from '../../../parts/cx';
import { number } from '../../../parts/numbers';
import { Shape } from '../../../parts/shape';
import { keyOf } from './map-keys';
import { type MapLane as Lane, sizes } from './map-layout';
import { laneInWords } from './map-words';
import styles from './system-map.module.css';

interface MapLaneProps {
  readonly lane: Lane;
  readonly nameWidth: number;
  readonly minute: number;
  readonly chosen: boolean;
  readonly dim: boolean;
  readonly reachable: boolean;
  readonly onChoose: () => void;
}

/** The name of an event type at the left end of its lane, its count at the right. */
export function MapLane({ lane, nameWidth, minute, chosen, dim, reachable, onChoose }: MapLaneProps) {
  const { type, family, y } = lane;
  return (
    <button
      type="button"
      className={cx(styles.lane, dim && styles.dim)}
      style={{ top: y - sizes.lane / 2, height: sizes.lane }}
      data-map-key={keyOf.lane(type)}
      tabIndex={reachable ? 0 : -1}
      aria-pressed={chosen}
      aria-label={laneInWords(lane, minute)}
      onClick={onChoose}
    >
      <Shape family={family} small silent />
      <span className={styles.type} style={{ width: nameWidth }}>
        {type}
      </span>
      <span className={styles.count} data-some={minute > 0}>
        {number(minute)}
      </span>
    </button>
  );
}
