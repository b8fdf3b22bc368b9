import { limits } from '../../containers/limits';
import { isObject, itemsOf, member } from '../../containers/lossless-json';
import type { Clue, Clues } from '../clues';
import type { Graph } from './graph';
import { parseApiGraph } from './graph';
import { parseUiGraph } from './ui-graph';

/** The graph of a file: the API graph (what ran) before the UI graph (what was on the screen). */
export const findGraph = (clues: Clues): { clue: Clue; graph: Graph } | null => {
  const prompt = clues.keyed('prompt');
  const ran = parseApiGraph(prompt?.json());
  if (prompt !== null && ran !== null) return { clue: prompt, graph: ran };
  const workflow = clues.keyed('workflow');
  const drawn = parseUiGraph(workflow?.json());
  if (workflow !== null && drawn !== null) return { clue: workflow, graph: drawn };
  // A workflow saved on its own, or a saver that writes the graph itself where others write an object around it.
  for (const { clue, object } of clues.objects()) {
    const graph = clue.label.includes('›') ? null : (parseApiGraph(object) ?? (member(object, 'last_node_id') === undefined ? null : parseUiGraph(object)));
    if (graph !== null) return { clue, graph };
  }
  return null;
};

/** A graph that has more nodes than are walked: its form still tells who wrote it. */
export const findHugeGraph = (clues: Clues): { clue: Clue; size: string } | null => {
  for (const key of ['prompt', 'workflow']) {
    const clue = clues.keyed(key);
    const value = clue?.json();
    if (clue === null || !isObject(value)) continue;
    const drawn = itemsOf(member(value, 'nodes'));
    const [first, nodes] = drawn.length > 0 ? [drawn[0], drawn.length] : [Object.values(value)[0], Object.keys(value).length];
    const isNode = isObject(first) && (member(first, 'class_type') !== undefined || (drawn.length > 0 && member(first, 'type') !== undefined));
    if (isNode && nodes > limits.graphNodes) return { clue, size: `${nodes.toLocaleString('en')} nodes` };
    if (isNode && member(value, 'definitions') !== undefined) return { clue, size: 'subgraphs in subgraphs' };
  }
  return null;
};
