import { evidence } from '../clues';
import type { Clues } from '../clues';
import type { ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';
import { programTexts } from './program-texts';

/** How editors name themselves in EXIF, XMP and PNG, the more particular first. */
const EDITORS: readonly (readonly [RegExp, string])[] = [
  [/^Adobe (?:Photoshop )?Lightroom\b|^Lightroom\b/i, 'lightroom'],
  [/^Adobe (?:Photoshop|ImageReady)\b|^Photoshop\b/i, 'photoshop'],
  [/^Adobe Illustrator\b/i, 'illustrator'],
  [/^Adobe Premiere\b/i, 'premiere'],
  [/^Adobe After Effects\b/i, 'after-effects'],
  [/^GIMP\b|^Created with (?:The )?GIMP\b/i, 'gimp'],
  [/^Affinity (?:Photo|Designer|Publisher)?\b/i, 'affinity'],
  [/^Procreate\b/i, 'procreate'],
  [/^Krita\b/i, 'krita'],
  [/^Canva\b/i, 'canva'],
  [/^paint\.net\b/i, 'paint-net'],
  [/^darktable\b/i, 'darktable'],
  [/^RawTherapee\b/i, 'rawtherapee'],
  [/^Capture One\b/i, 'capture-one'],
  [/^Pixelmator\b/i, 'pixelmator'],
  [/^ACDSee\b/i, 'acdsee'],
  [/^Snapseed\b/i, 'snapseed'],
  [/^XnView\b/i, 'xnview'],
  [/^IrfanView\b/i, 'irfanview'],
  [/^(?:CELSYS )?CLIP STUDIO PAINT\b/i, 'clip-studio-paint'],
  [/^Inkscape\b|^www\.inkscape\.org/i, 'inkscape'],
  [/^Figma\b/i, 'figma'],
  [/^Blender\b/i, 'blender'],
  [/^(?:Blackmagic Design )?DaVinci Resolve\b/i, 'davinci-resolve'],
  [/^Final Cut\b/i, 'final-cut'],
  [/^iMovie\b/i, 'imovie'],
  [/^CapCut\b/i, 'capcut'],
  [/^Microsoft (?:Windows )?Paint\b/i, 'microsoft-paint'],
];

const find = (clues: Clues): { tool: string; key: string; text: string } | null => {
  const comment = clues.keyed('Comment')?.text ?? '';
  const texts = [...programTexts(clues), ...(comment.length <= 100 ? [{ key: 'Comment', text: comment }] : [])];
  for (const { key, text } of texts) {
    const known = EDITORS.find(([pattern]) => pattern.test(text));
    if (known !== undefined) return { tool: known[1], key, text };
  }
  return null;
};

/** Programs in which a file was edited. They say nothing about where it came from, so they are asked last. */
export const editors: ToolReader = {
  name: 'editors',
  recognise: (clues) => {
    const found = find(clues);
    if (found === null) return null;
    return { tool: found.tool, origin: 'editor', confidence: confidence.named, evidence: [evidence('software', found.key, found.text)] };
  },
  read: () => ({}),
};
