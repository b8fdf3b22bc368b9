import type { AliceEvent } from '../events/catalog';

const notInWords = /[^\p{L}\p{N}]+/u;

/** The words of a text as the search sees them: runs of letters and digits, small, without accents. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(notInWords).filter((word) => word !== '');
}

/** Everything that an event says in words: its type and each text of its payload. */
export function textOf(event: Pick<AliceEvent, 'event_type' | 'data'>): string {
  const texts: string[] = [event.event_type];
  collect(event.data, texts, 0);
  return texts.join(' ');
}

/** Whether each word that is looked for begins some word of the event, in any order. */
export function saysWords(event: Pick<AliceEvent, 'event_type' | 'data'>, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const words = wordsOf(textOf(event));
  return wanted.every((start) => words.some((word) => word.startsWith(start)));
}

const deepest = 16;

function collect(value: unknown, texts: string[], depth: number): void {
  if (typeof value === 'string') texts.push(value);
  else if (typeof value === 'number') texts.push(String(value));
  else if (typeof value === 'object' && value !== null && depth < deepest) {
    for (const each of Object.values(value)) collect(each, texts, depth + 1);
  }
}
