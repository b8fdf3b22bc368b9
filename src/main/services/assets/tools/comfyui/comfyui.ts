import type { Generation } from '@shared/library/provenance';
import { findParameters } from '../a1111/a1111';
import { generationFrom } from '../a1111/parameters-text';
import type { Clue, Clues } from '../clues';
import { evidence } from '../clues';
import type { ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';
import { readGeneration } from './generation';
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
  return workflow !== null && drawn !== null ? { clue: workflow, graph: drawn } : null;
};

/** ComfyUI: a graph in `prompt` or `workflow`, in the tags of PNG, WebP, JPEG, MP4 and WebM. */
export const comfyui: ToolReader = {
  name: 'comfyui',
  recognise: (clues) => {
    const found = findGraph(clues);
    if (found === null) return null;
    const types = [...new Set([...found.graph.values()].map((node) => node.type))].slice(0, 8);
    return {
      tool: 'comfyui',
      confidence: confidence.certain,
      evidence: [evidence('structured', found.clue.label, `graph of ${found.graph.size} nodes: ${types.join(', ')}`)],
    };
  },
  read: (clues) => {
    const graph = findGraph(clues)?.graph;
    const fromGraph = graph === undefined ? null : readGeneration(graph);
    const parsed = findParameters(clues)?.parsed;
    // Savers that add A1111's text know what a graph of unknown nodes hides.
    return parsed === undefined ? (fromGraph ?? {}) : withGapsFilled(fromGraph ?? {}, generationFrom(parsed));
  },
};

const withGapsFilled = (first: Partial<Generation>, second: Partial<Generation>): Partial<Generation> => {
  const known = Object.entries(first).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0));
  return { ...second, ...Object.fromEntries(known) };
};
