import { limits } from '../../containers/limits';
import type { JsonObject, JsonValue } from '../../containers/lossless-json';
import { isObject, itemsOf, member } from '../../containers/lossless-json';

/** A node of ComfyUI's API graph: what it does and what flows into it, values or links. */
export interface GraphNode {
  readonly id: string;
  readonly type: string;
  readonly inputs: JsonObject;
}

/** Inputs of one node; a node with more is passed over, for no real one has them. */
const MOST_INPUTS = 200;

export type Graph = ReadonlyMap<string, GraphNode>;

/** A link as an input value: `["6", 0]`, output 0 of node 6. */
export interface Link {
  readonly node: GraphNode;
  readonly slot: number;
}

/**
 * Reads an API graph, `{id: {class_type, inputs}}`, the value of the key `prompt`. Null when it has no such node, or more than
 * 5,000. Entries of another shape (Civitai adds some) are passed over.
 */
export const parseApiGraph = (value: JsonValue | undefined): Graph | null => {
  if (!isObject(value)) return null;
  const entries = Object.entries(value);
  if (entries.length > limits.graphNodes) return null;
  const graph = new Map<string, GraphNode>();
  for (const [id, node] of entries) {
    if (!isObject(node)) continue;
    const type = member(node, 'class_type');
    const inputs = member(node, 'inputs');
    if (typeof type === 'string' && isObject(inputs) && Object.keys(inputs).length <= MOST_INPUTS) graph.set(id, { id, type, inputs });
  }
  return graph.size === 0 ? null : graph;
};

/** The node and output that an input value points to; null when it is a plain value or points nowhere. */
export const linkIn = (graph: Graph, value: JsonValue | undefined): Link | null => {
  const [id, slot, more] = itemsOf(value);
  if (more !== undefined || (typeof id !== 'string' && typeof id !== 'number') || typeof slot !== 'number') return null;
  const node = graph.get(String(id));
  return node === undefined ? null : { node, slot };
};

export const input = (node: GraphNode, ...names: string[]): JsonValue | undefined => {
  for (const name of names) {
    const value = member(node.inputs, name);
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
};

/** The links that flow into a node, with the names of the inputs, in the order of the file. */
export const linksInto = (graph: Graph, node: GraphNode): { name: string; link: Link }[] =>
  Object.entries(node.inputs).flatMap(([name, value]) => {
    const link = linkIn(graph, value);
    return link === null ? [] : [{ name, link }];
  });

/**
 * Nodes upstream of the given ones, nearest first, each once: a cycle ends by itself.
 * @param follow which inputs to go through; all when left out
 */
export function* upstream(
  graph: Graph,
  from: readonly GraphNode[],
  follow: (inputName: string) => boolean = () => true,
): Generator<GraphNode> {
  const seen = new Set(from.map((node) => node.id));
  const queue = [...from];
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at];
    if (node === undefined) return;
    yield node;
    for (const { name, link } of linksInto(graph, node)) {
      if (seen.has(link.node.id) || !follow(name)) continue;
      seen.add(link.node.id);
      queue.push(link.node);
    }
  }
}
