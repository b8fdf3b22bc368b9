import type { Generation } from '@shared/library/provenance';
import { findParameters } from '../a1111/a1111';
import { generationFrom } from '../a1111/parameters-text';
import { evidence } from '../clues';
import type { ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';
import { findGraph, findHugeGraph } from './find-graph';
import { readGeneration } from './generation';

/** ComfyUI: a graph in `prompt` or `workflow`, in the tags of PNG, WebP, JPEG, MP4 and WebM. */
export const comfyui: ToolReader = {
  name: 'comfyui',
  recognise: (clues) => {
    const found = findGraph(clues);
    if (found === null) {
      const huge = findHugeGraph(clues);
      if (huge === null) return null;
      const sign = evidence('structured', huge.clue.label, `graph of ${huge.size}, more than Alice walks`);
      return { tool: 'comfyui', confidence: confidence.certain, evidence: [sign] };
    }
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
  const isEmpty = (value: unknown) => value === null || (typeof value === 'object' && Object.keys(value).length === 0);
  return { ...second, ...Object.fromEntries(Object.entries(first).filter(([, value]) => !isEmpty(value))) };
};
