import type { SystemOverview } from '@shared/ipc/system-overview';
import { t } from '@shared/language/language';
import { FolderTree, Inbox } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { Icon } from '../../../parts/icon';
import spoken from '../../../parts/spoken.module.css';
import { type MapChoice, setSystem, useView } from '../../../store/use-view';
import { MapCard } from './map-card';
import { keyOf, moveOnMap } from './map-keys';
import { MapLane } from './map-lane';
import { sizes, type SystemMap as Map } from './map-layout';
import { MapLights } from './map-lights';
import { MapWires } from './map-wires';
import { figuresOf } from './figures-of';
import styles from './system-map.module.css';
import { glowOf, type MapFlow } from './use-map-flow';

interface SystemMapProps {
  readonly map: Map;
  readonly overview: SystemOverview;
  readonly flow: MapFlow;
}

/** The shape beside the name of a lane, and the space around both. */
const besideName = 36;

/** Services above the log, doors below it, and a lane of the log for each event type. */
export function SystemMap({ map, overview, flow }: SystemMapProps) {
  const { chosen, text } = useView((state) => state.system);
  const first = map.nodes[0];
  const [at, setAt] = useState<string | null>(null);
  const keys = [...map.nodes.map(({ service }) => keyOf.node(service.name)), ...map.lanes.map(({ type }) => keyOf.lane(type))];
  const reachable = at !== null && keys.includes(at) ? at : first && keyOf.node(first.service.name);
  const isChosen = (kind: MapChoice['kind'], name: string) => chosen?.kind === kind && chosen.name === name;
  const isDim = (...names: readonly string[]) => text !== '' && !names.some((name) => name.toLowerCase().includes(text.toLowerCase()));
  const choose = (kind: MapChoice['kind'], name: string) => setSystem({ chosen: isChosen(kind, name) ? null : { kind, name } });

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = moveOnMap(map, reachable ?? '', event.key);
    if (to === null) return;
    event.preventDefault();
    setAt(to);
    event.currentTarget.querySelector<HTMLElement>(`[data-map-key="${CSS.escape(to)}"]`)?.focus();
  };

  return (
    <div
      role="toolbar"
      aria-label={t('System map')}
      aria-describedby="map-keys"
      className={styles.map}
      data-tight={map.tight}
      style={{ width: map.width, height: map.height }}
      onKeyDown={move}
      onFocus={(event) => setAt(event.target.getAttribute('data-map-key'))}
    >
      <p id="map-keys" className={spoken.spoken}>
        {t('The arrow keys walk over services, event types and doors. Enter shows what one hears and says.')}
      </p>
      <div className={styles.log} style={{ top: map.log.y, height: map.log.height }}>
        <div className={styles.logHead} style={{ height: sizes.logHead }}>
          <h2>{t('The log')}</h2>
          <span>{map.tight ? t('1 min') : t('last minute')}</span>
        </div>
      </div>
      <span className={styles.inbox} style={{ height: sizes.card }}>
        <Icon of={Inbox} /> {t('Inbox')}
      </span>
      <span className={styles.organized} style={{ height: sizes.card, width: map.counts - 14 }}>
        <Icon of={FolderTree} /> {!map.tight && t('Organized')}
      </span>
      {map.nodes.map((node) => (
        <MapCard
          key={node.service.name}
          node={node}
          figures={figuresOf(node, map, overview, flow)}
          glow={glowOf(node, map, flow.levels)}
          chosen={isChosen('service', node.service.name)}
          dim={isDim(node.service.name, ...node.service.hears, ...node.service.says)}
          reachable={reachable === keyOf.node(node.service.name)}
          onChoose={() => choose('service', node.service.name)}
        />
      ))}
      {map.lanes.map((lane) => (
        <MapLane
          key={lane.type}
          lane={lane}
          nameWidth={map.names - besideName}
          minute={flow.minutes.get(lane.type) ?? 0}
          chosen={isChosen('type', lane.type)}
          dim={isDim(lane.type, ...lane.taps.map(({ service }) => service))}
          reachable={reachable === keyOf.lane(lane.type)}
          onChoose={() => choose('type', lane.type)}
        />
      ))}
      <MapWires map={map} chosen={chosen} levels={flow.levels} />
      {flow.singly && <MapLights map={map} />}
    </div>
  );
}
