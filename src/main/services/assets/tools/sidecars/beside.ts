/** Asks for the text of a file in the picture's own folder, by name; null when there is none, or it is too large to be settings. */
export type ReadBeside = (name: string) => Promise<string | null>;

const ENDING = /\.[^.]{1,5}$/;
/** Deforum calls its settings after the moment of the run, with which the names of frames and film begin. */
const MOMENT = /^(\d{14})(?=[._-]|$)/;

/**
 * Names under which tools leave settings beside a picture: `.txt` (A1111, Easy Diffusion), `.json` (Easy Diffusion, ComfyUI),
 * `.swarm.json`, `.xmp`, `_settings.txt` (Deforum), `log.html` (Fooocus).
 */
export const namesBeside = (fileName: string): string[] => {
  const stem = fileName.replace(ENDING, '');
  if (stem === '') return [];
  const moment = MOMENT.exec(stem)?.[1];
  const names = [`${stem}.txt`, `${stem}.json`, `${stem}.swarm.json`, `${stem}.xmp`, `${fileName}.xmp`, `${stem}_settings.txt`];
  if (moment !== undefined && moment !== stem) names.push(`${moment}_settings.txt`);
  if (/^\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d_\d{3,5}$/.test(stem)) names.push('log.html');
  return names.filter((name) => name !== fileName);
};
