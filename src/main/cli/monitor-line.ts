import { familyOf, type EventFamily, type RecordedEvent } from '@shared/events/catalog';
import { eventLine } from '@shared/story/event-line';
import { printable } from '@shared/story/printable';

/** The families' colours in a terminal, as near to the window's as sixteen colours come. */
const colours: Readonly<Record<EventFamily, string>> = {
  asset: '\u001b[34m',
  quality: '\u001b[33m',
  workflow: '\u001b[35m',
  creative: '\u001b[95m',
  system: '\u001b[37m',
};

/** An event as the monitor shows it: one line with its id, and with `verbose` its data below, indented. */
export function monitorLines(event: RecordedEvent, { verbose, colour }: { verbose: boolean; colour: boolean }): string[] {
  const line = `${eventLine(event)}  ${printable(event.event_id)}`;
  const shown = colour ? `${colours[familyOf(event.event_type)]}${line}\u001b[0m` : line;
  return verbose ? [shown, ...nested(event.data, 1)] : [shown];
}

/** A value as indented `key: value` lines. */
function nested(value: unknown, depth: number): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]: [string, unknown]) => {
    const indent = '  '.repeat(depth + 6);
    const isBranch = typeof each === 'object' && each !== null && Object.keys(each).length > 0;
    return isBranch ? [`${indent}${printable(key)}:`, ...nested(each, depth + 1)] : [`${indent}${printable(key)}: ${printable(leaf(each))}`];
  });
}

function leaf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
