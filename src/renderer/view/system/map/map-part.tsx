import type { SystemOverview } from '@shared/ipc/system-overview';
import { useMemo, useRef } from 'react';
import { useEscape } from '../../../parts/use-escape';
import { useWidth } from '../../../parts/use-width';
import { setSystem, useView } from '../../../store/use-view';
import { layoutMap } from './map-layout';
import { MapPane } from './map-pane';
import styles from './map-part.module.css';
import { SystemMap } from './system-map';
import { useMapFlow } from './use-map-flow';

const widest = 1240;
const padding = 32;

/** The map, and beside it what is chosen on it. */
export function MapPart({ overview, now }: { readonly overview: SystemOverview; readonly now: number }) {
  const chosen = useView((state) => state.system.chosen);
  const pane = useRef<HTMLDivElement>(null);
  const width = useWidth(pane);
  // The answers of each second are equal but never the same object.
  const built = JSON.stringify([overview.services, overview.stats.types.map(({ type }) => type).toSorted()]);
  const map = useMemo(() => {
    const [services, seen] = JSON.parse(built) as [SystemOverview['services'], string[]];
    return layoutMap(services, seen, Math.min(widest, width - padding));
  }, [built, width]);
  const flow = useMapFlow(map, now);
  useEscape(chosen !== null, () => setSystem({ chosen: null }));
  return (
    <div className={styles.split}>
      <div className={styles.pane} ref={pane} data-pane>
        {width > 0 && <SystemMap map={map} overview={overview} flow={flow} />}
      </div>
      <div className={styles.aside} data-chosen={chosen !== null}>
        <MapPane overview={overview} map={map} flow={flow} chosen={chosen} />
      </div>
    </div>
  );
}
