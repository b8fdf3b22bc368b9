import { a1111 } from '../a1111/a1111';
import { comfyui } from '../comfyui/comfyui';
import { evidence } from '../clues';
import type { ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';

/** Stability Matrix: PNG key `smproj` (its project), beside A1111's text and the graph that ran. */
export const stabilityMatrix: ToolReader = {
  name: 'stability-matrix',
  recognise: (clues) => {
    const clue = clues.keyed('smproj');
    return clue === null ? null : { tool: 'stability-matrix', confidence: confidence.certain, evidence: [evidence('key', clue.label, clue.text)] };
  },
  read: (clues) => (a1111.recognise(clues) === null ? comfyui.read(clues) : a1111.read(clues)),
};
