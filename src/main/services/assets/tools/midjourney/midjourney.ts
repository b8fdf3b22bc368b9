import type { Clues } from '../clues';
import { evidence } from '../clues';
import type { ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';
import { toSeed, toSettings, toText } from '../values';
import type { MidjourneyCommand } from './flags';
import { parseMidjourney } from './flags';

interface Found {
  readonly key: string;
  readonly text: string;
  readonly command: MidjourneyCommand;
}

const UUID = /^(?:uuid:)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const find = (clues: Clues): Found | null => {
  for (const [key, text] of [
    ['Description', clues.keyed('Description')?.text],
    ['xmp:dc:description', clues.xmp('dc:description')],
    ['exif:ImageDescription', clues.exif('ImageDescription')],
  ] as const) {
    if (text === undefined || text === null || text.length > 20_000) continue;
    const command = parseMidjourney(text);
    const isJob = UUID.test(clues.xmp('Iptc4xmpExt:DigImageGUID') ?? '') && command.flags.size > 0;
    if (command.jobId !== null || isJob) return { key, text, command };
  }
  return null;
};

/**
 * Midjourney's web downloads: `Description` (PNG text, or XMP) is the command with its flags and `Job ID: <uuid>`; the same number
 * may stand in XMP as the image's GUID. Files saved from Discord have only their names.
 */
export const midjourney: ToolReader = {
  name: 'midjourney',
  recognise: (clues) => {
    const found = find(clues);
    if (found === null) return null;
    return { tool: 'midjourney', confidence: confidence.certain, evidence: [evidence('structured', found.key, found.text.slice(-150))] };
  },
  read: (clues) => {
    const command = find(clues)?.command;
    if (command === undefined) return {};
    const { flags, jobId, prompt } = command;
    const niji = flags.get('niji');
    const version = flags.get('v') ?? flags.get('version');
    return {
      model: niji !== undefined ? `Niji ${niji}`.trim() : version !== undefined ? `Midjourney ${version}` : null,
      prompt: toText(prompt),
      negative_prompt: toText(flags.get('no')),
      seed: toSeed(flags.get('seed') ?? flags.get('sameseed')),
      settings: toSettings({
        ...Object.fromEntries([...flags].filter(([name]) => name !== 'no').map(([name, value]) => [`--${name}`, value === '' ? 'yes' : value])),
        'Job ID': jobId ?? undefined,
      }),
    };
  },
};
