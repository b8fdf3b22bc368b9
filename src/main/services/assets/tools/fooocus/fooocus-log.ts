import type { JsonObject } from '../../containers/lossless-json';
import type { Clues } from '../clues';
import { evidence } from '../clues';
import type { ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';
import { unescaped } from '../xmp-values';
import { generationFromFooocus } from './fooocus';

const MOST_ROWS = 100;
/** Characters of one picture's part of the log. */
const MOST_PART = 256 * 1024;

/** The part of the log about this picture: `<div id="name_with_the_dot_replaced_png" …>` up to the next such part. */
const partAbout = (log: string, fileName: string): string | null => {
  const start = log.indexOf(`<div id="${fileName.replaceAll('.', '_')}"`);
  if (start === -1) return null;
  const next = log.indexOf('<div id="', start + 9);
  return log.slice(start, Math.min(next === -1 ? log.length : next, start + MOST_PART));
};

/** The rows of its table: a cell with the label, a cell with the value. */
const rowsOf = (part: string): JsonObject => {
  const rows: Record<string, string> = {};
  let at = 0;
  for (let count = 0; count < MOST_ROWS; count++) {
    const row = part.indexOf('<tr', at);
    if (row === -1) break;
    const end = part.indexOf('</tr', row);
    const cells = part.slice(row, end === -1 ? part.length : end).split(/<td[^<>]{0,200}>/, 4);
    at = row + 3;
    const [label, value] = [cells[1], cells[2]].map((cell) => unescaped((cell ?? '').split('</td', 1)[0]?.replace(/<br\s{0,3}\/?>/g, '\n') ?? '').trim());
    if (label !== undefined && value !== undefined && label !== '' && !label.includes('<')) rows[label.replace(/:$/, '')] = value;
  }
  return rows;
};

const find = (clues: Clues): { key: string; rows: JsonObject } | null => {
  const log = clues.beside.find(({ key }) => key === 'log.html');
  const part = log === undefined ? null : partAbout(log.text, clues.fileName);
  const rows = part === null ? {} : rowsOf(part);
  return rows['Prompt'] === undefined || rows['Seed'] === undefined ? null : { key: 'beside:log.html', rows };
};

/** Fooocus without metadata in its pictures: it keeps a log of the day as a page beside them. */
export const fooocusLog: ToolReader = {
  name: 'fooocus-log',
  recognise: (clues) => {
    const found = find(clues);
    return found === null ? null : { tool: 'fooocus', confidence: confidence.likely, evidence: [evidence('structured', found.key, `the log’s part about ${clues.fileName}`)] };
  },
  read: (clues) => {
    const rows = find(clues)?.rows;
    return rows === undefined ? {} : generationFromFooocus(rows);
  },
};
