import type { ServiceOnMap } from '@shared/ipc/system-overview';
import { describe, expect, it } from 'vitest';
import { chosenWires } from './chosen-wires';
import { keyOf, moveOnMap } from './map-keys';
import { layoutMap, type MapNode, type SystemMap } from './map-layout';
import { offsetsOf, routesOf } from './routes';

const service = (name: string, hears: string[], says: string[]): ServiceOnMap => ({ name, summary: `${name}.`, hears, says });

const hub = [
  service('intake', ['asset.retry_requested'], ['asset.detected', 'asset.discovered', 'asset.set_aside']),
  service('assets', ['asset.discovered'], ['asset.processed', 'asset.set_aside']),
  service('quality', ['asset.processed'], ['quality.assessed']),
  service('desktop', [], ['asset.retry_requested', 'settings.changed']),
];

const nodeOf = ({ nodes }: SystemMap, name: string) => nodes.find((node) => node.service.name === name) as MapNode;
const laneOf = ({ lanes }: SystemMap, type: string) => lanes.find((lane) => lane.type === type)!;
const overlap = (a: MapNode, b: MapNode) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('layoutMap', () => {
  it('[V41] gives each event type a lane, below the last service that says it', () => {
    expect(layoutMap(hub, [], 1000).lanes.map(({ type }) => type)).toEqual([
      'asset.detected',
      'asset.discovered',
      'asset.processed',
      'asset.set_aside',
      'quality.assessed',
      'asset.retry_requested',
      'settings.changed',
    ]);
  });

  it('[V41] puts services above the log and those who hear nothing below it', () => {
    const map = layoutMap(hub, [], 1000);
    expect(map.nodes.map((node) => [node.service.name, node.door, node.y < map.log.y])).toEqual([
      ['intake', false, true],
      ['assets', false, true],
      ['quality', false, true],
      ['desktop', true, false],
    ]);
  });

  it('[V41] keeps cards apart and inside, with few services and with many, however narrow the window', () => {
    const many = Array.from({ length: 11 }, (_, index) => service(`service-${index}`, ['a.b'], [`said.${index}`]));
    for (const services of [hub, many, hub.slice(3), []]) {
      for (const width of [0, 400, 900, 2400]) {
        const map = layoutMap(services, ['x.y'], width);
        expect(map.width).toBeGreaterThanOrEqual(width);
        for (const [index, node] of map.nodes.entries()) {
          expect(node.x).toBeGreaterThanOrEqual(0);
          expect(node.x + node.width).toBeLessThanOrEqual(map.width);
          expect(node.y + node.height).toBeLessThanOrEqual(map.height);
          expect(map.nodes.slice(index + 1).filter((other) => overlap(node, other))).toEqual([]);
        }
      }
    }
  });

  it('[V41] no two cards share a wire', () => {
    const xs = layoutMap(hub, [], 1000).nodes.flatMap(({ hears, says }) => [hears?.x, says?.x].filter((x) => x !== undefined));
    expect(new Set(xs).size).toBe(xs.length);
  });

  it('[V41] joins each lane to those who say and hear it', () => {
    const map = layoutMap(hub, [], 1000);
    expect(laneOf(map, 'asset.discovered').taps.map((tap) => [tap.service, tap.says])).toEqual([
      ['intake', true],
      ['assets', false],
    ]);
    const { says } = nodeOf(map, 'assets');
    expect(says).toMatchObject({ from: nodeOf(map, 'assets').height, to: laneOf(map, 'asset.set_aside').y });
    expect(nodeOf(map, 'desktop').says?.to).toBe(laneOf(map, 'asset.retry_requested').y);
  });

  it('[V41] a pattern hears every lane that it means, and has a lane of its own while there is none', () => {
    const watcher = service('watcher', ['asset.*', 'workflow.*'], []);
    const map = layoutMap([...hub, watcher], ['style.chosen'], 1000);
    const heard = map.lanes.filter(({ taps }) => taps.some((tap) => tap.service === 'watcher')).map(({ type }) => type);
    expect(heard).toEqual(['asset.detected', 'asset.discovered', 'asset.processed', 'asset.set_aside', 'asset.retry_requested', 'workflow.*']);
    expect(map.lanes.at(-1)).toMatchObject({ type: 'style.chosen', taps: [] });
    expect(layoutMap([watcher], ['workflow.started'], 0).lanes.map(({ type }) => type)).toEqual(['asset.*', 'workflow.started']);
  });
});

describe('routesOf', () => {
  const map = layoutMap(hub, [], 1000);
  const from = (event_type: string, source: string, actor = `service:${source}`) =>
    routesOf(map, { event_type, source, actor } as Parameters<typeof routesOf>[1]);

  it('[V42] leads an event from who says it along its lane to those who hear it', () => {
    const [route] = from('asset.processed', 'assets');
    const { y } = laneOf(map, 'asset.processed');
    const said = nodeOf(map, 'assets').says!;
    const heard = nodeOf(map, 'quality').hears!;
    expect(route).toEqual({
      from: 'assets',
      to: 'quality',
      points: [
        [said.x, said.from],
        [said.x, y],
        [heard.x, y],
        [heard.x, heard.from],
      ],
    });
  });

  it('[V42] begins at the service that said it where several may, and ends in the log where nobody hears it', () => {
    expect(from('asset.set_aside', 'reader', 'service:assets')).toMatchObject([{ from: 'assets', to: null }]);
    expect(from('asset.set_aside', 'elsewhere', 'user')).toMatchObject([{ from: 'intake', to: null }]);
    expect(from('never.heard', 'elsewhere')).toEqual([]);
  });

  it('[V42] travels at one speed', () => {
    expect(offsetsOf([[0, 0], [0, 10], [30, 10], [30, 0]])).toEqual([0, 0.2, 0.8, 1]);
    expect(offsetsOf([[5, 5]])).toEqual([0]);
  });
});

describe('chosenWires', () => {
  const map = layoutMap(hub, [], 1000);

  it('[V43] of an event type: its lane between the cards, and the wires of all of them', () => {
    const { y } = laneOf(map, 'asset.processed');
    const [said, heard] = [nodeOf(map, 'assets').says!, nodeOf(map, 'quality').hears!];
    expect(chosenWires(map, { kind: 'type', name: 'asset.processed' })).toEqual([
      { x1: said.x, y1: y, x2: heard.x, y2: y },
      { x1: said.x, y1: said.from, x2: said.x, y2: y },
      { x1: heard.x, y1: heard.from, x2: heard.x, y2: y },
    ]);
  });

  it('[V43] of a service: what it hears from those who say it, what it says to those who hear it or into the log', () => {
    const wires = chosenWires(map, { kind: 'service', name: 'assets' }).filter(({ y1, y2 }) => y1 === y2);
    expect(wires.map(({ x1, x2 }) => [x1, x2])).toEqual([
      [nodeOf(map, 'intake').says!.x, nodeOf(map, 'assets').hears!.x],
      [nodeOf(map, 'assets').says!.x, nodeOf(map, 'quality').hears!.x],
      [nodeOf(map, 'assets').says!.x, laneOf(map, 'asset.set_aside').to],
    ]);
    expect(chosenWires(map, null)).toEqual([]);
  });
});

describe('moveOnMap', () => {
  const map = layoutMap(hub, [], 1000);
  const walk = (from: string, ...keys: string[]) =>
    keys.reduce<string | null>((at, key) => (at === null ? null : moveOnMap(map, at, key)), from);

  it('[V44] walks sideways over services, down through the log to the doors and back', () => {
    expect(walk(keyOf.node('intake'), 'ArrowRight', 'ArrowRight')).toBe(keyOf.node('quality'));
    expect(walk(keyOf.node('quality'), 'ArrowRight')).toBe(null);
    expect(walk(keyOf.node('quality'), 'ArrowDown', 'ArrowDown')).toBe(keyOf.lane('asset.discovered'));
    expect(walk(keyOf.lane('settings.changed'), 'ArrowDown')).toBe(keyOf.node('desktop'));
    expect(walk(keyOf.node('desktop'), 'ArrowUp', 'Home')).toBe(keyOf.node('intake'));
    expect(walk(keyOf.node('intake'), 'End')).toBe(keyOf.node('desktop'));
    expect(walk(keyOf.lane('asset.detected'), 'ArrowUp')).toBe(keyOf.node('intake'));
    expect(walk(keyOf.node('intake'), 'x')).toBe(null);
  });
});
