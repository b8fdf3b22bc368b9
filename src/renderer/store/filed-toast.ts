import type { RecordedEvent } from '@shared/events/catalog';
import { t } from '@shared/language/language';
import { onNewEvents } from './new-events';
import { useLog } from './use-log';
import { say } from './use-toasts';
import { wishUndo } from './use-undo';

/** Files that come one after the other are one message, said when nothing came for so long. */
const quietMs = 1_500;

/** Says how many files were filed, or have moved to a project, with a way back, when they have settled: never one message for each. */
export function tellFilings(): () => void {
  const leaves = [
    tellSettled(
      (event) => event.event_type === 'asset.organized',
      (count) => t('{count, plural, one {# file} other {# files}} filed', { count }),
    ),
    tellSettled(
      (event) => event.event_type === 'asset.refiled' && event.data.reason === 'project',
      (count) => t('{count, plural, one {# picture} other {# pictures}} moved to another project', { count }),
    ),
  ];
  return () => { for (const leave of leaves) leave(); };
}

function tellSettled(isMeant: (event: RecordedEvent) => boolean, inWords: (count: number) => string): () => void {
  let filed: number[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  const undos = new Set<string>();
  const tell = () => {
    const { waiting, working } = useLog.getState().inbox_counts;
    if (waiting + working > 0) {
      timer = setTimeout(tell, quietMs);
      return;
    }
    timer = null;
    const sequences = filed;
    filed = [];
    say(inWords(sequences.length), {
      silent: true,
      action: { label: t('Undo'), run: () => void wishUndo({ kind: 'operations', sequences }, { several: sequences.length > 1 }) },
    });
  };
  return onNewEvents((events) => {
    for (const event of events) {
      if (event.event_type === 'undo.requested') undos.add(event.correlation_id);
      if (!isMeant(event) || undos.has(event.correlation_id)) continue;
      filed.push(event.sequence);
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(tell, quietMs);
    }
  });
}
