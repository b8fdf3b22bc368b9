import type { DeadLetter } from '@shared/ipc/system-overview';
import type { VirtualRow } from '../../../parts/virtual-rows';
import { letterKey } from '../../../store/use-system';

export interface LetterRowData extends VirtualRow {
  readonly letter: DeadLetter;
}

const height = 52;

/** The letters that mention a text in type, service or reason. */
export function letterRows(letters: readonly DeadLetter[], text: string): readonly LetterRowData[] {
  const wanted = text.toLowerCase();
  return letters
    .filter(({ event, service, reason }) => `${event.event_type} ${service} ${reason}`.toLowerCase().includes(wanted))
    .map((letter) => ({ key: letterKey(letter), height, letter }));
}
