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
const MOST_BYPASSED = 64;
/** Inside a subgraph, links that come from outside start at this node, and what it gives ends at the other. */
const SUBGRAPH_INPUTS = '-10';
const SUBGRAPH_OUTPUTS = '-20';
const MOST_DEPTH = 8;

/** Where a value comes from: the node, under its id in the whole graph, and its output. */
type Origin = readonly [id: string, slot: JsonValue];

interface Level {
  readonly nodes: readonly JsonObject[];
  readonly byId: ReadonlyMap<string, JsonObject>;
  /** Where each link starts, by the link's id. */
  readonly origins: ReadonlyMap<string, { from: string; slot: JsonValue }>;
  /** What flows out of a subgraph, by output. */
  readonly outputs: ReadonlyMap<string, { from: string; slot: JsonValue }>;
}

interface Expansion {
  readonly graph: Map<string, GraphNode>;
  readonly subgraphs: ReadonlyMap<string, JsonObject>;
  /** Each level is taken apart once, however often a subgraph is used. */
  readonly levels: Map<JsonObject, Level>;
  /** Nodes that may still be looked at, those of subgraphs counted at each use. */
  budget: number;
}

/** What a level is given by the node that stands for it: values by input, and values of widgets by the inner node. */
interface Outside {
  readonly slots: ReadonlyMap<string, JsonValue>;
  readonly widgets: ReadonlyMap<string, JsonObject>;
}

/** Inputs of one node; real ones have a few dozen. */
const MOST_INPUTS = 200;

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
  const isWhole = expand(value, '', { slots: new Map(), widgets: new Map() }, { graph, subgraphs, levels: new Map(), budget: 2 * limits.graphNodes }, 0);
  if (!isWhole || graph.size === 0) return null;
  joinSetAndGet(graph);
  return graph;
};

const levelOf = (value: JsonObject, levels: Map<JsonObject, Level>): Level => {
  const known = levels.get(value);
  if (known !== undefined) return known;
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
  const nodes = itemsOf(member(value, 'nodes')).filter(isObject).slice(0, limits.graphNodes + 1);
  const level: Level = { nodes, byId: new Map(nodes.map((node) => [idOf(member(node, 'id')) ?? '', node])), origins, outputs };
  levels.set(value, level);
  return level;
};

/** Adds the nodes of one level under a prefix. False when the graph becomes too large. */
const expand = (value: JsonObject, prefix: string, given: Outside, whole: Expansion, depth: number): boolean => {
  const level = levelOf(value, whole.levels);
  const subgraphOf = (node: JsonObject | undefined): JsonObject | undefined => {
    const type = node === undefined ? undefined : member(node, 'type');
    return typeof type === 'string' ? whole.subgraphs.get(type) : undefined;
  };
  /** The real origin of a value: past bypassed nodes, out of a subgraph's node into what it holds, in from the level above. */
  const resolve = (linkFrom: string, linkSlot: JsonValue): JsonValue | undefined => {
    const { from, slot } = pastBypassed(level, { from: linkFrom, slot: linkSlot });
    if (from === SUBGRAPH_INPUTS) return given.slots.get(idOf(slot) ?? '');
    let origin: Origin = [`${prefix}${from}`, slot];
    let inside = subgraphOf(level.byId.get(from));
    for (let steps = depth; inside !== undefined && steps < MOST_DEPTH; steps++) {
      const held = levelOf(inside, whole.levels);
      const end = held.outputs.get(idOf(origin[1]) ?? '');
      if (end === undefined) return undefined;
      origin = [`${origin[0]}:${end.from}`, end.slot];
      inside = subgraphOf(held.byId.get(end.from));
    }
    return origin;
  };

  for (const node of level.nodes) {
    if (--whole.budget < 0) return false;
    const type = member(node, 'type');
    const mode = member(node, 'mode');
    const id = idOf(member(node, 'id'));
    if (id === null || typeof type !== 'string' || mode === MUTED || mode === BYPASSED) continue;
    if (whole.graph.size >= limits.graphNodes) return false;
    const inputs = { ...widgetsOf(type, node), ...given.widgets.get(id), ...linksOf(node, level, resolve) };
    const subgraph = subgraphOf(node);
    if (subgraph === undefined || depth >= MOST_DEPTH) {
      whole.graph.set(`${prefix}${id}`, { id: `${prefix}${id}`, type, inputs });
      continue;
    }
    const handed = new Map<string, JsonValue>();
    itemsOf(member(subgraph, 'inputs')).slice(0, MOST_INPUTS).forEach((entry, slot) => {
      const name = isObject(entry) ? member(entry, 'name') : undefined;
      const held = typeof name === 'string' ? member(inputs, name) : undefined;
      if (held !== undefined && held !== null) handed.set(String(slot), held);
    });
    const shown = proxiedWidgets(node);
    for (const [name, held] of Object.entries(shown.get(OWN_INPUTS) ?? {})) {
      const slot = itemsOf(member(subgraph, 'inputs')).findIndex((entry) => isObject(entry) && member(entry, 'name') === name);
      if (slot >= 0 && !handed.has(String(slot))) handed.set(String(slot), held);
    }
    if (!expand(subgraph, `${prefix}${id}:`, { slots: handed, widgets: shown }, whole, depth + 1)) return false;
  }
  return true;
};

/** Widgets of the nodes inside that are shown on the subgraph's node, with their values there: `[["-1", "steps"], ["57", "text"]]`. */
const OWN_INPUTS = '-1';
const proxiedWidgets = (node: JsonObject): Map<string, JsonObject> => {
  const properties = member(node, 'properties');
  const values = itemsOf(member(node, 'widgets_values'));
  const byNode = new Map<string, JsonObject>();
  itemsOf(isObject(properties) ? member(properties, 'proxyWidgets') : undefined).slice(0, MOST_INPUTS).forEach((proxy, at) => {
    const [inner, name] = itemsOf(proxy);
    const [id, value] = [idOf(inner), values[at]];
    if (id === null || typeof name !== 'string' || value === undefined || value === null) return;
    byNode.set(id, { ...byNode.get(id), [name]: value });
  });
  return byNode;
};

/** A bypassed node hands on, for each output, its first input of the same type. */
const pastBypassed = (level: Level, start: { from: string; slot: JsonValue }): { from: string; slot: JsonValue } => {
  let at = start;
  for (let steps = 0; steps < MOST_BYPASSED; steps++) {
    const node = level.byId.get(at.from);
    if (node === undefined || member(node, 'mode') !== BYPASSED) return at;
    const output = typeof at.slot === 'number' ? itemsOf(member(node, 'outputs'))[at.slot] : undefined;
    const type = isObject(output) ? member(output, 'type') : undefined;
    const alike = itemsOf(member(node, 'inputs')).slice(0, MOST_INPUTS).find((entry) => isObject(entry) && member(entry, 'type') === type);
    const next = isObject(alike) ? level.origins.get(idOf(member(alike, 'link')) ?? '') : undefined;
    if (next === undefined) return at;
    at = next;
  }
  return at;
};

const linksOf = (node: JsonObject, level: Level, resolve: (from: string, slot: JsonValue) => JsonValue | undefined): JsonObject =>
  Object.fromEntries(
    itemsOf(member(node, 'inputs')).slice(0, MOST_INPUTS).flatMap((entry) => {
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
