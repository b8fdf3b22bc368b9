import { familyOf } from '@shared/events/catalog';
import { t } from '@shared/language/language';
import { cx } from '../../../parts/cx';
import { Shape } from '../../../parts/shape';
import { setSystem } from '../../../store/use-view';
import styles from './map-pane.module.css';
import type { MapFlow } from './use-map-flow';

/** Event types, each a way to itself on the map, with its count. */
export function TypeLinks({ types, none, flow }: { readonly types: readonly string[]; readonly none: string; readonly flow: MapFlow }) {
  if (types.length === 0) return <p className={styles.quiet}>{none}</p>;
  return (
    <ul className={styles.links}>
      {types.map((type) => (
        <li key={type}>
          <button type="button" className={styles.link} onClick={() => setSystem({ chosen: { kind: 'type', name: type } })}>
            <Shape family={familyOf(type)} small silent />
            <span className={styles.mono}>{type}</span>
            <span className={styles.end}>{t('{count, number} in a minute', { count: flow.minutes.get(type) ?? 0 })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface ServiceLinksProps {
  readonly services: readonly (readonly [name: string, about: string])[];
  /** Said when there are none. */
  readonly none: string;
}

/** Services, each a way to itself on the map. */
export function ServiceLinks({ services, none }: ServiceLinksProps) {
  if (services.length === 0) return <p className={styles.quiet}>{none}</p>;
  return (
    <ul className={styles.links}>
      {services.map(([name, about]) => (
        <li key={name}>
          <button type="button" className={cx(styles.link, styles.plain)} onClick={() => setSystem({ chosen: { kind: 'service', name } })}>
            {name}
            <span className={styles.end}>{about}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
