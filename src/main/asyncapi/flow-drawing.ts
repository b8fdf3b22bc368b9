import type { Manifest } from '../kernel/manifest';
import type { EventApi } from './event-api';

const begin = '<!-- flow:begin -->';
const end = '<!-- flow:end -->';

/** Who hears and says what, a line each: one reads down how a file goes its way. */
export function flowDrawing({ services, doors }: EventApi): string {
  const rows = [...services, ...doors].flatMap(linesOf);
  const heardWidth = Math.max(...rows.map(({ heard }) => heard.length));
  const nameWidth = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(({ heard, name, said }) => {
    if (name === '') return heard.padStart(heardWidth);
    const [arrow, onward] = [heard === '' ? '  ' : '─▶', said === '' ? '' : ` ─▶ ${said}`];
    return `${heard.padStart(heardWidth)} ${arrow} ${name.padEnd(nameWidth)}${onward}`.trimEnd();
  });
  const log = 'every event: record in the log, then tell ─▶ projections, window, monitor';
  return ['```', ...lines, '', `${' '.repeat(heardWidth + 4)}${log}`, '```'].join('\n');
}

function linesOf({ name, consumes, publishes }: Manifest): { heard: string; name: string; said: string }[] {
  const said = publishes.map(({ type }) => type).join(', ');
  const more = consumes.slice(1).map((heard) => ({ heard, name: '', said: '' }));
  return [...more, { heard: consumes[0] ?? '', name, said }];
}

/** The text with the drawing between its markers. @throws when the markers are not there. */
export function withDrawing(text: string, drawing: string): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`There is no place for the drawing: ${begin} and ${end} are missing.`);
  return `${text.slice(0, from + begin.length)}\n${drawing}\n${text.slice(to)}`;
}
