import { limits } from '../../containers/limits';
import type { JsonObject, JsonValue } from '../../containers/lossless-json';
import { isObject, itemsOf, member } from '../../containers/lossless-json';
import type { Graph, GraphNode } from './graph';
import { widgetsOf } from './widgets';

/** Ids are numbers or texts. Anything else is no id. */
const idOf = (value: JsonValue | undefined): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;
const MUTED = 2;
const BYPASSED = 4;
/** Inside a subgraph, links that come from outside start at this node, and what it gives ends at the other. */
const SUBGRAPH_INPUTS = '-10';
const SUBGRAPH_OUTPUTS = '-20';
const MOST_DEPTH = 8;

/** Where a value comes from: the node, under its id in the whole graph, and its output. */
type Origin = readonly [id: string, slot: JsonValue];

interface Level {
  readonly nodes: readonly JsonValue[];
  /** Where each link starts, by the link's id. */
  readonly origins: ReadonlyMap<string, { from: string; slot: JsonValue }>;
  /** What flows out of a subgraph, by output. */
  readonly outputs: ReadonlyMap<string, { from: string; slot: JsonValue }>;
}

interface Expansion {
  readonly graph: Map<string, GraphNode>;
  readonly subgraphs: ReadonlyMap<string, JsonObject>;
}

/**
 * Turns the UI graph, the value of the key `workflow`, into the shape of an API graph, for files that carry no `prompt`: core
 * nodes, any node whose widgets are named, subgraphs in subgraphs, and KJNodes' Set and Get. Muted and bypassed nodes take no part.
 * Null when there are no nodes or more than 5,000.
 */
export const parseUiGraph = (value: JsonValue | undefined): Graph | null => {
  if (!isObject(value) || itemsOf(member(value, 'nodes')).length === 0) return null;
  const definitions = member(value, 'definitions');
  const subgraphs = new Map<string, JsonObject>();
  for (const one of itemsOf(isObject(definitions) ? member(definitions, 'subgraphs') : undefined)) {
    const id = isObject(one) ? idOf(member(one, 'id')) : null;
    if (isObject(one) && id !== null) subgraphs.set(id, one);
  }
  const graph = new Map<string, GraphNode>();
  const isWhole = expand(value, '', new Map(), { graph, subgraphs }, 0);
  if (!isWhole || graph.size === 0) return null;
  joinSetAndGet(graph);
  return graph;
};

const levelOf = (value: JsonObject): Level => {
  const origins = new Map<string, { from: string; slot: JsonValue }>();
  const outputs = new Map<string, { from: string; slot: JsonValue }>();
  for (const link of itemsOf(member(value, 'links')).slice(0, limits.parts)) {
    // [id, from node, from slot, to node, to slot, type], or an object in the newer schema.
    const names = ['id', 'origin_id', 'origin_slot', 'target_id', 'target_slot'];
    const [first, second, slot, target, targetSlot] = isObject(link) ? names.map((name) => member(link, name)) : itemsOf(link);
    const [id, from] = [idOf(first), idOf(second)];
    if (id === null || from === null || slot === undefined) continue;
    origins.set(id, { from, slot });
    if (idOf(target) === SUBGRAPH_OUTPUTS) outputs.set(idOf(targetSlot) ?? '', { from, slot });
  }
  return { nodes: itemsOf(member(value, 'nodes')), origins, outputs };
};

/** Adds the nodes of one level under a prefix. False when the graph becomes too large. */
const expand = (value: JsonObject, prefix: string, outside: ReadonlyMap<string, JsonValue>, whole: Expansion, depth: number): boolean => {
  const level = levelOf(value);
  const inner = new Map<string, { level: Level; prefix: string }>();
  for (const node of level.nodes) {
    const id = isObject(node) ? idOf(member(node, 'id')) : null;
    const type = isObject(node) ? member(node, 'type') : undefined;
    const subgraph = typeof type === 'string' ? whole.subgraphs.get(type) : undefined;
    if (id !== null && subgraph !== undefined && depth < MOST_DEPTH) inner.set(id, { level: levelOf(subgraph), prefix: `${prefix}${id}:` });
  }
  /** The real origin of a value: out of a subgraph's node into what it holds, or in from the level above. */
  const resolve = (from: string, slot: JsonValue): JsonValue | undefined => {
    if (from === SUBGRAPH_INPUTS) return outside.get(idOf(slot) ?? '');
    let at: { from: string; slot: JsonValue; prefix: string } = { from, slot, prefix };
    let nested = inner.get(from);
    for (let steps = 0; nested !== undefined && steps < MOST_DEPTH; steps++) {
      const end = nested.level.outputs.get(idOf(at.slot) ?? '');
      if (end === undefined) return undefined;
      at = { ...end, prefix: nested.prefix };
      const deeper = nested.level.nodes.find((node) => isObject(node) && idOf(member(node, 'id')) === end.from);
      const type = isObject(deeper) ? member(deeper, 'type') : undefined;
      const subgraph = typeof type === 'string' ? whole.subgraphs.get(type) : undefined;
      nested = subgraph === undefined ? undefined : { level: levelOf(subgraph), prefix: `${nested.prefix}${end.from}:` };
    }
    const origin: Origin = [`${at.prefix}${at.from}`, at.slot];
    return origin;
  };

  for (const node of level.nodes) {
    if (!isObject(node)) continue;
    const type = member(node, 'type');
    const mode = member(node, 'mode');
    const id = idOf(member(node, 'id'));
    if (id === null || typeof type !== 'string' || mode === MUTED || mode === BYPASSED) continue;
    if (whole.graph.size >= limits.graphNodes) return false;
    const inputs = { ...widgetsOf(type, node), ...linksOf(node, level, resolve) };
    const subgraph = whole.subgraphs.get(type);
    if (subgraph === undefined || depth >= MOST_DEPTH) {
      whole.graph.set(`${prefix}${id}`, { id: `${prefix}${id}`, type, inputs });
      continue;
    }
    const handed = new Map<string, JsonValue>();
    itemsOf(member(subgraph, 'inputs')).forEach((entry, slot) => {
      const name = isObject(entry) ? member(entry, 'name') : undefined;
      const held = typeof name === 'string' ? member(inputs, name) : undefined;
      if (held !== undefined && held !== null) handed.set(String(slot), held);
    });
    if (!expand(subgraph, `${prefix}${id}:`, handed, whole, depth + 1)) return false;
  }
  return true;
};

const linksOf = (node: JsonObject, level: Level, resolve: (from: string, slot: JsonValue) => JsonValue | undefined): JsonObject =>
  Object.fromEntries(
    itemsOf(member(node, 'inputs')).flatMap((entry) => {
      const name = isObject(entry) ? member(entry, 'name') : undefined;
      const link = isObject(entry) ? level.origins.get(idOf(member(entry, 'link')) ?? '') : undefined;
      const origin = link === undefined ? undefined : resolve(link.from, link.slot);
      return typeof name === 'string' && origin !== undefined ? [[name, origin]] : [];
    }),
  );

/** A GetNode gives what the SetNode of the same name was given. */
const joinSetAndGet = (graph: Map<string, GraphNode>): void => {
  const nameOf = (node: GraphNode) => Object.values(node.inputs).find((value) => typeof value === 'string');
  const sets = new Map<JsonValue | undefined, GraphNode>([...graph.values()].filter(({ type }) => type === 'SetNode').map((node) => [nameOf(node), node]));
  for (const node of [...graph.values()].filter(({ type }) => type === 'GetNode')) {
    const set = sets.get(nameOf(node));
    if (set !== undefined) graph.set(node.id, { ...node, inputs: { value: [set.id, 0] } });
  }
};
