import type { RecordedEvent } from '../events/catalog';
import { inEnglish } from '../language/language';
import { describeEvent, namedThing } from './describe-event';
import { printable } from './printable';

/** One event as one line for a terminal: UTC time to the millisecond, number, type, source, and what it means. */
export function eventLine(event: RecordedEvent): string {
  // The log is in English, whichever language the window speaks.
  const { title, detail, fact } = inEnglish(() => describeEvent(event));
  const thing = event.event_type === 'asset.organized' ? null : namedThing(event);
  const where = event.event_type === 'asset.organized' ? fact : null;
  const words = [thing === null ? title : `${thing}: ${title}`, where ?? detail].filter(Boolean).join(' · ');
  const columns = [event.timestamp.slice(11, 23), String(event.sequence).padStart(6), event.event_type.padEnd(20), event.source.padEnd(9)];
  return printable(`${columns.join('  ')}  ${words}`);
}
