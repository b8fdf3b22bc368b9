import { evidence } from '../clues';
import type { Clues } from '../clues';
import type { ToolReader } from '../tool-reader';
import { firstOf } from '../values';

interface NamePattern {
  readonly tool: string;
  /** Anchored at the start: a brand somewhere in a name is no sign. Groups: `y`, `m`, `d` the day, `prompt` its beginning. */
  readonly pattern: RegExp;
}

/** Names that services give to downloads, as seen in real files. */
const PATTERNS: readonly NamePattern[] = [
  { tool: 'gemini', pattern: /^Gemini_Generated_Image_[a-z0-9]{12,24}\b/ },
  { tool: 'chatgpt', pattern: /^ChatGPT Image [A-Z][a-z]{2} \d{1,2}, \d{4}, \d\d_\d\d_\d\d [AP]M/ },
  { tool: 'dall-e', pattern: /^DALL·E (?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d) \d\d\.\d\d\.\d\d - (?<prompt>.+)\.\w+$/ },
  { tool: 'firefly', pattern: /^Firefly (?<y>20\d\d)(?<m>\d\d)(?<d>\d\d)\d{6}\b/ },
  { tool: 'sora', pattern: /^(?<y>20\d\d)(?<m>\d\d)(?<d>\d\d)_\d{4}_.+_(?:simple_compose|remix)_[0-9a-z]{26}\b/ },
];

const find = ({ fileName }: Clues): { tool: string; groups: Record<string, string> } | null => {
  const name = fileName.slice(0, 300).normalize('NFC');
  for (const { tool, pattern } of PATTERNS) {
    const match = pattern.exec(name);
    if (match !== null) return { tool, groups: { ...match.groups } };
  }
  return null;
};

/** The weakest evidence, asked last: anyone can name a file anything. */
export const fileNames: ToolReader = {
  name: 'file-names',
  recognise: (clues) => {
    const found = find(clues);
    return found === null ? null : { tool: found.tool, confidence: 0.5, evidence: [evidence('file-name', 'file name', clues.fileName)] };
  },
  read: (clues) => {
    const prompt = firstOf(find(clues)?.groups, 'prompt');
    return typeof prompt === 'string' ? { prompt } : {};
  },
  madeAt: (clues) => {
    const { y, m, d } = find(clues)?.groups ?? {};
    return y === undefined ? null : `${y}-${m}-${d}`;
  },
};
