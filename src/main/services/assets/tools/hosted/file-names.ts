import { evidence } from '../clues';
import type { Clues } from '../clues';
import type { ToolReader } from '../tool-reader';
import { firstOf, toModel, toSeed, toSettings, toText } from '../values';
import { namePatterns } from './name-patterns';

interface Found {
  readonly tool: string;
  readonly confidence: number;
  readonly groups: Readonly<Record<string, string>>;
}

const find = ({ fileName }: Clues): Found | null => {
  const name = fileName.slice(0, 300).normalize('NFC');
  for (const { tool, pattern, confidence } of namePatterns) {
    const match = pattern.exec(name);
    if (match !== null) return { tool, confidence, groups: { ...match.groups } };
  }
  return null;
};

/** The weakest evidence, asked last: anyone can name a file anything. */
export const fileNames: ToolReader = {
  name: 'file-names',
  recognise: (clues) => {
    const found = find(clues);
    return found === null ? null : { tool: found.tool, confidence: found.confidence, evidence: [evidence('file-name', 'file name', clues.fileName)] };
  },
  read: (clues) => {
    const groups = find(clues)?.groups;
    const words = toText(firstOf(groups, 'words'))?.replace(/_+/g, ' ');
    const model = toText(firstOf(groups, 'model'))?.replace(/_+/g, ' ');
    return {
      prompt: toText(firstOf(groups, 'prompt')) ?? toText(words),
      seed: toSeed(firstOf(groups, 'seed')),
      model: toModel(model),
      settings: toSettings({ 'Job ID': firstOf(groups, 'job'), Mode: toText(firstOf(groups, 'mode'))?.replace(/_+/g, ' ') }),
    };
  },
  madeAt: (clues) => {
    const { y, m, d } = find(clues)?.groups ?? {};
    return y === undefined || m === undefined || d === undefined ? null : `${y}-${m}-${d}`;
  },
};
