import type { GraphStep, GraphSteps } from '@shared/library/file-metadata';
import type { JsonValue } from '../../containers/lossless-json';
import { wellFormed } from '../../containers/text-decoding';
import type { Clues } from '../clues';
import { findGraph } from './find-graph';
import type { Graph, GraphNode } from './graph';
import { linkIn, linksInto } from './graph';

/** What is listed at most: a list is for reading. */
const most = { steps: 500, inputs: 40, characters: 2_000 } as const;

/** The graph of a file as a list: the nodes that lead to an output, each behind those that flow into it. Null when there is none. */
export const listGraph = (clues: Clues): GraphSteps | null => {
  const graph = findGraph(clues)?.graph;
  return graph === undefined ? null : { steps: inOrder(graph).slice(0, most.steps).map((node) => stepOf(graph, node)), nodes: graph.size };
};

const inOrder = (graph: Graph): GraphNode[] => {
  const linked = new Set([...graph.values()].flatMap((node) => linksInto(graph, node).map(({ link }) => link.node.id)));
  const outputs = [...graph.values()].filter((node) => !linked.has(node.id) && linksInto(graph, node).length > 0);
  // A graph that is one circle has no output: all of it is listed.
  const roots = outputs.length > 0 ? outputs : [...graph.values()];
  const ordered: GraphNode[] = [];
  const entered = new Set<string>();
  // Without recursion, for a hostile graph may be deep: a node stands here twice, and the second time what flows into it is done.
  const stack = roots.toReversed().map((node) => ({ node, isDone: false }));
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, isDone } = top;
    if (isDone) ordered.push(node);
    if (isDone || entered.has(node.id)) continue;
    entered.add(node.id);
    stack.push({ node, isDone: true });
    for (const { link } of linksInto(graph, node).toReversed()) {
      if (!entered.has(link.node.id)) stack.push({ node: link.node, isDone: false });
    }
  }
  return ordered;
};

const stepOf = (graph: Graph, node: GraphNode): GraphStep => {
  const from = linksInto(graph, node).slice(0, most.inputs);
  const plain = Object.entries(node.inputs).filter(([, value]) => linkIn(graph, value) === null);
  return {
    id: cut(node.id),
    type: cut(node.type),
    values: plain.slice(0, most.inputs).map(([name, value]) => [cut(name), cut(textOf(value))] as const),
    from: from.map(({ name, link }) => ({ input: cut(name), id: cut(link.node.id), type: cut(link.node.type) })),
  };
};

const textOf = (value: JsonValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

const cut = (text: string): string => wellFormed(text.length > most.characters ? `${text.slice(0, most.characters)}…` : text);
