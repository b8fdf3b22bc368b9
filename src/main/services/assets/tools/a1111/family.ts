import type { ParametersText } from './parameters-text';

export interface FamilyMember {
  readonly tool: string;
  /** The setting that told, for the evidence. */
  readonly sign: string;
  /** False when the text has the family's form but no mark of any member. */
  readonly isMarked: boolean;
}

/** Forms of the value of `Version`, the most particular first. Versions of Forge contain those of A1111, so order matters. */
const VERSIONS: readonly (readonly [RegExp, string])[] = [
  [/^ComfyUI$/, 'comfyui'],
  [/^Fooocus/, 'fooocus'],
  [/^RuinedFooocus/, 'ruined-fooocus'],
  [/^DeFooocus/, 'defooocus'],
  [/^SimpleSDXL/, 'simple-sdxl'],
  [/^(?:DreamStudio|Stability AI)/, 'dreamstudio'],
  [/^classic/, 'forge-classic'],
  [/^neo/, 'forge-neo'],
  [/^f\d+(?:\.\d+)*-v/, 'easy-reforge'],
  [/^f\d+(?:\.\d+)*v\d+(?:\.\d+)*-v/, 'reforge'],
  [/^f\d/, 'forge'],
  [/^v\d/, 'a1111'],
];

/**
 * Which relative wrote a parameter text. Only settings of their own decide: `ADetailer Version: 24.1` or a prompt that
 * mentions a version says nothing.
 * Source: version strings in files of each tool.
 */
export const familyMember = ({ settings }: ParametersText): FamilyMember => {
  const resources = settings.get('Civitai resources');
  if (resources !== undefined) return { tool: 'civitai', sign: `Civitai resources: ${resources}`, isMarked: true };
  const app = settings.get('App');
  if (app === 'SD.Next') return { tool: 'sd-next', sign: `App: ${app}`, isMarked: true };
  const named = [app, settings.get('Generator')].find((value) => value !== undefined && /^(?:DreamStudio|Stability AI)\b/.test(value));
  if (named !== undefined) return { tool: 'dreamstudio', sign: named, isMarked: true };
  const version = settings.get('Version') ?? '';
  const form = VERSIONS.find(([pattern]) => pattern.test(version));
  if (form !== undefined) return { tool: form[1], sign: `Version: ${version}`, isMarked: true };
  // SD.Next before it wrote its name: its version is a commit, and it says which of its two engines ran.
  const backend = settings.get('Backend');
  if (backend === 'Diffusers' || backend === 'Original') return { tool: 'sd-next', sign: `Backend: ${backend}`, isMarked: true };
  // Forge's own settings, from the days before it wrote `f` in front of its version.
  if (settings.has('Distilled CFG Scale')) {
    return { tool: 'forge', sign: `Distilled CFG Scale: ${settings.get('Distilled CFG Scale')}`, isMarked: true };
  }
  return { tool: 'a1111', sign: `Steps: ${settings.get('Steps') ?? ''}`, isMarked: false };
};
