import { baseName } from '@shared/library/asset-record';
import { type InboxEntry, undoneSentence } from '@shared/library/inbox-entry';
import { lastFolders } from '@shared/story/words';
import type { VirtualRow } from '../../parts/virtual-rows';
import type { InboxCounts } from '@shared/ipc/answers';
import { t } from '@shared/language/language';
import type { Lane } from '../../store/use-view';

export type InboxRow = VirtualRow &
  ({ readonly kind: 'head'; readonly lane: Lane; readonly count: number; readonly shown: number } | { readonly kind: 'file'; readonly entry: InboxEntry });

const heights = { head: 44, file: 47 } as const;
/** Set aside stands on top because it needs someone. */
const lanes: readonly Lane[] = ['set_aside', 'working', 'waiting', 'filed'];

export const laneOf = ({ state }: InboxEntry): Lane => (state === 'duplicate' ? 'filed' : state);

export function countOfLane(counts: InboxCounts, lane: Lane): number {
  return lane === 'filed' ? counts.filed + counts.duplicate : counts[lane];
}

/** The files of the chosen lane, or of all, in groups; the newest of each first. */
export function inboxRows(entries: Iterable<InboxEntry>, counts: InboxCounts, lane: Lane | null, text: string): readonly InboxRow[] {
  const groups = new Map<Lane, InboxEntry[]>(lanes.map((one) => [one, []]));
  const wanted = text.toLowerCase();
  for (const entry of entries) {
    if (wanted === '' || entry.file_path.toLowerCase().includes(wanted)) groups.get(laneOf(entry))?.push(entry);
  }
  return lanes
    .filter((one) => lane === null || lane === one)
    .flatMap((one): readonly InboxRow[] => {
      const group = groups.get(one) ?? [];
      if (group.length === 0) return [];
      group.sort((a, b) => b.sequence - a.sequence);
      const count = wanted === '' ? Math.max(countOfLane(counts, one), group.length) : group.length;
      return [
        { kind: 'head', key: `head ${one}`, height: heights.head, skip: true, lane: one, count, shown: group.length },
        ...group.map((entry) => ({ kind: 'file', key: entry.file_path, height: heights.file, entry }) as const),
      ];
    });
}

const stepNow: Readonly<Record<InboxEntry['step'], string>> = {
  detected: t('Looking at the file'),
  discovered: t('Reading prompt and seed'),
  processed: t('Rating technical quality'),
  assessed: t('Copying to its place'),
  organized: t('Finishing'),
};

/** What is happening to a file, or what came of it. */
export function sentenceOf(entry: InboxEntry): string {
  switch (entry.state) {
    case 'waiting':
      return t('Waits until it has stopped growing');
    case 'working':
      return stepNow[entry.step];
    case 'filed':
      return entry.destination === null ? t('Filed') : t('Filed in {folder}', { folder: lastFolders(entry.destination, 4) });
    case 'duplicate':
      return entry.destination === null ? t('A duplicate, linked') : t('A duplicate, linked to {name}', { name: baseName(entry.destination) });
    case 'set_aside':
      return entry.reason === 'undone' ? undoneSentence() : (entry.message ?? t('Set aside'));
  }
}

/** How many of the four steps a file has behind it. */
export function reachedOf({ step, state }: InboxEntry): number {
  if (state === 'filed') return 4;
  return { detected: 0, discovered: 1, processed: 2, assessed: 3, organized: 4 }[step];
}
