import { ShapeMark } from '../../../parts/shape';
import type { MapChoice } from '../../../store/use-view';
import { chosenWires } from './chosen-wires';
import type { Level } from './levels';
import styles from './map-wires.module.css';
import type { MapNode, SystemMap } from './map-layout';

interface MapWiresProps {
  readonly map: SystemMap;
  readonly chosen: MapChoice | null;
  readonly levels: ReadonlyMap<string, Level>;
}

const markSizes = [8.5, 9, 10, 11, 12] as const;
const arrow = 4;

/** The lines of the map: lanes across, wires of services up and down, a shape where an event is said and a ring where it is heard. */
export function MapWires({ map, chosen, levels }: MapWiresProps) {
  const { width, height, lanes, nodes } = map;
  return (
    <svg className={styles.wires} width={width} height={height} aria-hidden>
      <Ends map={map} />
      {lanes.filter(({ taps }) => taps.length > 0).map(({ type, y, from, to }) => (
        <line key={type} className={styles.lane} data-level={levels.get(type) ?? 0} x1={from} y1={y} x2={to} y2={y} />
      ))}
      {nodes.map((node) => (
        <Stems key={node.service.name} node={node} />
      ))}
      {chosenWires(map, chosen).map(({ x1, y1, x2, y2 }) => (
        <line key={`${x1} ${y1} ${x2} ${y2}`} className={styles.chosen} x1={x1} y1={y1} x2={x2} y2={y2} />
      ))}
      {lanes.flatMap(({ type, family, y, taps }) =>
        taps.map(({ service, x, says }) =>
          says ? (
            <ShapeMark key={`${type} ${service}`} family={family} x={x} y={y} size={markSizes[levels.get(type) ?? 0]} />
          ) : (
            <circle key={`${type} ${service} heard`} className={styles.ring} cx={x} cy={y} r={3.5} />
          ),
        ),
      )}
    </svg>
  );
}

function Stems({ node: { hears, says, door } }: { readonly node: MapNode }) {
  const up = door ? -1 : 1;
  return (
    <>
      {says !== null && <line className={styles.stem} x1={says.x} y1={says.from} x2={says.x} y2={says.to} />}
      {hears !== null && (
        <>
          <line className={styles.stem} x1={hears.x} y1={hears.from} x2={hears.x} y2={hears.to} />
          <path
            className={styles.arrow}
            d={`M${hears.x - arrow} ${hears.from + up * (arrow + 3)}L${hears.x} ${hears.from + up * 2}L${hears.x + arrow} ${hears.from + up * (arrow + 3)}`}
          />
        </>
      )}
    </>
  );
}

/** The two ends of a file's way: from the inbox folder into the service that sees it first, out of the one that files it. */
function Ends({ map: { nodes, width, counts } }: { readonly map: SystemMap }) {
  const finder = nodes.find(({ service }) => service.says.includes('asset.detected'));
  const filer = nodes.find(({ service }) => service.says.includes('asset.organized'));
  return (
    <>
      {finder !== undefined && <EndArrow from={endAt.inbox} to={finder.x - 2} y={finder.y + finder.height / 2} />}
      {filer !== undefined && (
        <EndArrow from={filer.x + filer.width} to={width - counts + endAt.organized} y={filer.y + filer.height / 2} />
      )}
    </>
  );
}

/** Where the words "Inbox" and "Organized" end and begin. */
const endAt = { inbox: 74, organized: 8 } as const;

function EndArrow({ from, to, y }: { readonly from: number; readonly to: number; readonly y: number }) {
  return (
    <>
      <line className={styles.stem} x1={from} y1={y} x2={to} y2={y} />
      <path className={styles.arrow} d={`M${to - arrow - 1} ${y - arrow}L${to} ${y}L${to - arrow - 1} ${y + arrow}`} />
    </>
  );
}
