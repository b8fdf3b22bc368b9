import { a1111 } from './a1111/a1111';
import { c2pa } from './c2pa/c2pa';
import { comfyui } from './comfyui/comfyui';
import { fooocus, ruinedFooocus } from './fooocus/fooocus';
import { civitaiGraph } from './hosted/civitai-graph';
import { fileNames } from './hosted/file-names';
import { huggingfaceSpace } from './hosted/huggingface-space';
import { stabilityMatrix } from './hosted/stability-matrix';
import { tensorart } from './hosted/tensorart';
import { invokeai } from './invokeai/invokeai';
import { novelai } from './novelai/novelai';
import { swarmui } from './swarmui/swarmui';
import type { ToolReader } from './tool-reader';

/**
 * Every tool that Alice knows, strongest evidence first: the first reader that recognises a file names its tool.
 * Tools that draw through another one (SwarmUI, TensorArt, Civitai: ComfyUI) leave its marks too, so they come before it.
 */
export const toolReaders: readonly ToolReader[] = [
  swarmui,
  invokeai,
  novelai,
  tensorart,
  stabilityMatrix,
  fooocus,
  ruinedFooocus,
  huggingfaceSpace,
  civitaiGraph,
  comfyui,
  a1111,
  c2pa,
  fileNames,
];
