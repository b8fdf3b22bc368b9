import type { SystemOverview } from '@shared/ipc/system-overview';
import { t } from '@shared/language/language';
import { X } from 'lucide-react';
import { Button } from '../../../parts/button';
import { Shape } from '../../../parts/shape';
import { SidePane } from '../../../parts/side-pane';
import { type MapChoice, goToType, setSystem } from '../../../store/use-view';
import { AboutMap } from './about-map';
import { AboutService } from './about-service';
import { AboutType } from './about-type';
import styles from './map-pane.module.css';
import type { SystemMap } from './map-layout';
import { parkedBy } from './map-words';
import type { MapFlow } from './use-map-flow';

interface MapPaneProps {
  readonly overview: SystemOverview;
  readonly map: SystemMap;
  readonly flow: MapFlow;
  readonly chosen: MapChoice | null;
}

const paneWidth = 348;

/** What is chosen on the map; while nothing is, the whole of it. */
export function MapPane({ overview, map, flow, chosen }: MapPaneProps) {
  const node = chosen?.kind === 'service' ? map.nodes.find(({ service }) => service.name === chosen.name) : undefined;
  const lane = chosen?.kind === 'type' ? map.lanes.find(({ type }) => type === chosen.name) : undefined;
  const close = <Button kind="quiet" icon={X} label={t('Close')} shortcut="Esc" onPress={() => setSystem({ chosen: null })} />;

  if (node !== undefined) {
    const parked = parkedBy(overview.dead_letters, node.service.name);
    const showParked = () => setSystem({ part: 'dead-letters', text: '' });
    return (
      <SidePane
        label={node.door ? t('Door') : t('Service')}
        keptAs={node.door ? 'Door' : 'Service'}
        width={paneWidth}
        head={
          <>
            <h2 className={styles.name}>{node.service.name}</h2>
            {close}
          </>
        }
        {...(parked > 0 && { foot: <Button onPress={showParked}>{t('Show dead letters')}</Button> })}
      >
        <AboutService node={node} map={map} overview={overview} flow={flow} />
      </SidePane>
    );
  }
  if (lane !== undefined) {
    return (
      <SidePane
        label={t('Event type')}
        keptAs="Event type"
        width={paneWidth}
        head={
          <>
            <Shape family={lane.family} silent />
            <h2 className={styles.type}>{lane.type}</h2>
            {close}
          </>
        }
        foot={<Button onPress={() => goToType(lane.type)}>{t('Show in the timeline')}</Button>}
      >
        <AboutType lane={lane} overview={overview} flow={flow} />
      </SidePane>
    );
  }
  return (
    <SidePane label={t('Overview')} keptAs="Overview" width={paneWidth} head={<h2 className={styles.name}>{t('Overview')}</h2>}>
      <AboutMap overview={overview} flow={flow} />
    </SidePane>
  );
}
