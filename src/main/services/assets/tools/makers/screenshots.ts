import type { Clues } from '../clues';
import { evidence } from '../clues';
import type { Recognition, ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';
import { programTexts } from './program-texts';

const PROGRAMS = /^(?:gnome-screenshot|spectacle|flameshot|ksnip|greenshot|sharex|snagit|lightshot|grim|scrot|shutter)\b/i;
/** Names that systems give to pictures of the screen, in their languages. */
const NAMES =
  /^(?:Screenshot|Screen[ _]Shot|Screen[ _]Recording|Bildschirmfoto|Bildschirm(?:­)?aufnahme|Capture d[’']écran|Captura de (?:pantalla|ecrã|tela)|Schermata|Schermafbeelding|Skärmavbild|Zrzut ekranu|Снимок экрана|スクリーンショット|屏幕截图|截屏|스크린샷)[ _-]?(?=\(?\d|from|at |vom|du |von|на |$|\.)/i;

/** A picture of a screen: the system says so in a comment, a program names itself, or the system named the file. */
export const screenshots: ToolReader = {
  name: 'screenshots',
  recognise: (clues) => {
    const sign = signOf(clues);
    if (sign !== null) return { tool: 'screenshot', origin: 'screenshot', confidence: 0.9, evidence: [sign] };
    if (!NAMES.test(clues.fileName.slice(0, 200).normalize('NFC'))) return null;
    return { tool: 'screenshot', origin: 'screenshot', confidence: confidence.fileName, evidence: [evidence('file-name', 'file name', clues.fileName)] };
  },
  read: () => ({}),
};

const signOf = (clues: Clues): Recognition['evidence'][number] | null => {
  for (const [key, text] of [
    ['exif:UserComment', clues.exif('UserComment')],
    ['xmp:exif:UserComment', clues.xmp('exif:UserComment')],
    ['Description', clues.keyed('Description')?.text ?? null],
  ] as const) {
    if (text?.trim() === 'Screenshot') return evidence('key', key, text);
  }
  const program = programTexts(clues).find(({ text }) => PROGRAMS.test(text));
  return program === undefined ? null : evidence('software', program.key, program.text);
};
