import { type EventFamily, familyOf, type RecordedEvent } from '@shared/events/catalog';
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { ShapeMark } from '../../../parts/shape';
import { hearFresh } from '../../../store/flow';
import { singlyUpTo } from './levels';
import { spotOf, type SystemMap } from './map-layout';
import styles from './map-lights.module.css';
import { offsetsOf, type Route, routesOf } from './routes';

interface Light {
  readonly id: number;
  readonly family: EventFamily;
  readonly route: Route;
  /** Events of one batch follow one another. */
  readonly delay: number;
}

const travelMs = 900;
const fadeMs = 1200;
const apartMs = 120;
const secondMs = 1000;

/** A shape travels along the map for each event, while there are few of them. */
export function MapLights({ map }: { readonly map: SystemMap }) {
  const [lights, setLights] = useState<readonly Light[]>([]);
  const last = useRef(0);
  const recent = useRef<readonly (readonly [at: number, count: number])[]>([]);

  const light = useEffectEvent((events: readonly RecordedEvent[]) => {
    const now = performance.now();
    recent.current = [...recent.current.filter(([at]) => at > now - secondMs), [now, events.length]];
    if (recent.current.reduce((sum, [, count]) => sum + count, 0) > singlyUpTo) return;
    const more = events.flatMap((event, index) =>
      routesOf(map, event).map((route) => ({ id: (last.current += 1), family: familyOf(event.event_type), route, delay: index * apartMs })),
    );
    setLights((lit) => [...lit, ...more]);
  });
  useEffect(() => hearFresh((events) => light(events)), []);

  return (
    <svg className={styles.lights} width={map.width} height={map.height} aria-hidden>
      {lights.map((one) => (
        <Travelling key={one.id} light={one} map={map} onEnd={() => setLights((lit) => lit.filter(({ id }) => id !== one.id))} />
      ))}
    </svg>
  );
}

interface TravellingProps {
  readonly light: Light;
  readonly map: SystemMap;
  readonly onEnd: () => void;
}

function Travelling({ light: { family, route, delay }, map, onEnd }: TravellingProps) {
  const traveller = useRef<SVGGElement>(null);
  const sender = useRef<SVGGElement>(null);
  const receiver = useRef<SVGGElement>(null);
  const end = useEffectEvent(onEnd);

  useEffect(() => {
    const offsets = offsetsOf(route.points);
    const steps = route.points.map(([x, y], index) => ({ transform: `translate(${x}px, ${y}px)`, offset: offsets[index] ?? 1, opacity: 1 }));
    const travel = traveller.current?.animate(steps, { duration: travelMs, delay, easing: 'ease-in-out', fill: 'backwards' });
    const fade = [{ opacity: 1 }, { opacity: 0 }];
    const sent = sender.current?.animate(fade, { duration: fadeMs, delay });
    const received = receiver.current?.animate(fade, { duration: fadeMs, delay: delay + travelMs });
    const all = [travel, sent, received].filter((one) => one !== undefined);
    let left = false;
    void Promise.allSettled(all.map(({ finished }) => finished)).then(() => {
      if (!left) end();
    });
    return () => {
      left = true;
      for (const one of all) one.cancel();
    };
  }, [route, delay]);

  return (
    <>
      <g ref={traveller} className={styles.light}>
        <ShapeMark family={family} x={0} y={0} size={12} />
      </g>
      <Spot of={route.from} map={map} family={family} spot={sender} />
      <Spot of={route.to} map={map} family={family} spot={receiver} />
    </>
  );
}

interface SpotProps {
  readonly of: string | null;
  readonly map: SystemMap;
  readonly family: EventFamily;
  readonly spot: RefObject<SVGGElement | null>;
}

/** The corner of a card in which the family of an event lights up. */
function Spot({ of, map, family, spot }: SpotProps) {
  const node = map.nodes.find(({ service }) => service.name === of);
  if (node === undefined) return null;
  return (
    <g ref={spot} className={styles.light}>
      <ShapeMark family={family} {...spotOf(node)} size={12} />
    </g>
  );
}
