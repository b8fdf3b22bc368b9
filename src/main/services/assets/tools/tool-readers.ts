import { a1111 } from './a1111/a1111';
import { c2pa } from './c2pa/c2pa';
import { comfyui } from './comfyui/comfyui';
import { deforum } from './deforum/deforum';
import { drawThings } from './draw-things/draw-things';
import { easyDiffusion } from './easy-diffusion/easy-diffusion';
import { fooocus } from './fooocus/fooocus';
import { fooocusLog } from './fooocus/fooocus-log';
import { fooocusMre } from './fooocus/fooocus-mre';
import { ruinedFooocus } from './fooocus/ruined-fooocus';
import { civitaiGraph } from './hosted/civitai-graph';
import { fileNames } from './hosted/file-names';
import { huggingfaceSpace } from './hosted/huggingface-space';
import { imageMetahub } from './hosted/image-metahub';
import { softwareFields } from './hosted/software-fields';
import { stabilityMatrix } from './hosted/stability-matrix';
import { tensorart } from './hosted/tensorart';
import { invokeai } from './invokeai/invokeai';
import { camera } from './makers/camera';
import { editors } from './makers/editors';
import { screenshots } from './makers/screenshots';
import { midjourney } from './midjourney/midjourney';
import { nmkd } from './nmkd/nmkd';
import { novelai } from './novelai/novelai';
import { swarmui } from './swarmui/swarmui';
import type { ToolReader } from './tool-reader';

/**
 * Every tool that Alice knows, strongest evidence first: the first reader that recognises a file names its tool.
 * Tools that draw through another one (SwarmUI, TensorArt, Civitai: ComfyUI) leave its marks too, so they come before it.
 * Cameras and screenshots come before names, which anyone can give; editors last, because an edited picture comes from elsewhere.
 */
export const toolReaders: readonly ToolReader[] = [
  swarmui,
  invokeai,
  novelai,
  tensorart,
  stabilityMatrix,
  fooocus,
  ruinedFooocus,
  fooocusMre,
  huggingfaceSpace,
  civitaiGraph,
  imageMetahub,
  drawThings,
  nmkd,
  easyDiffusion,
  deforum,
  midjourney,
  comfyui,
  a1111,
  fooocusLog,
  c2pa,
  softwareFields,
  camera,
  screenshots,
  fileNames,
  editors,
];
