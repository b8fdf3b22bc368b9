import type { Clue, Clues } from '../clues';
import { evidence } from '../clues';
import type { ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';
import { fromCivitaiResources } from './civitai-resources';
import { familyMember } from './family';
import type { ParametersText } from './parameters-text';
import { generationFrom, parseParametersText } from './parameters-text';

/** The parameter text of a file: PNG `parameters` first, else a comment that has its form. */
export const findParameters = (clues: Clues): { clue: Clue; parsed: ParametersText } | null => {
  const keyed = clues.keyed('parameters');
  const candidates = [...(keyed === null ? [] : [keyed]), ...clues.free.filter(({ text }) => !text.startsWith('<'))];
  for (const clue of candidates) {
    if (clue.json() !== undefined) continue;
    const parsed = parseParametersText(clue.text);
    if (parsed !== null) return { clue, parsed };
  }
  return null;
};

/** A1111 and the tools that write its parameter text: Forge, reForge, EasyReforge, Forge Classic and Neo, SD.Next, Civitai … */
export const a1111: ToolReader = {
  name: 'a1111',
  recognise: (clues) => {
    const found = findParameters(clues);
    if (found === null) return null;
    const { tool, sign, isMarked } = familyMember(found.parsed);
    return {
      tool,
      confidence: isMarked ? confidence.certain : confidence.likely,
      evidence: [evidence('structured', found.clue.label, sign)],
    };
  },
  read: (clues) => {
    const parsed = findParameters(clues)?.parsed;
    if (parsed === undefined) return {};
    const resources = parsed.settings.get('Civitai resources');
    return { ...generationFrom(parsed), ...(resources === undefined ? {} : fromCivitaiResources(resources)) };
  },
  madeAt: (clues) => findParameters(clues)?.parsed.settings.get('Created Date') ?? null,
};
