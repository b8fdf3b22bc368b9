import type { InboxCounts } from '@shared/ipc/answers';
import { t } from '@shared/language/language';
import type { LyingFiles } from '@shared/library/lying-files';
import { Check, CircleDashed, Clock, type LucideIcon, TriangleAlert } from 'lucide-react';
import { Icon } from '../../parts/icon';
import { number } from '../../parts/numbers';
import { useCommands } from '../../store/commands';
import { useLog } from '../../store/use-log';
import { type Lane, setInbox, useView } from '../../store/use-view';
import { countOfLane } from './inbox-rows';
import styles from './lanes.module.css';

interface LaneCard {
  readonly lane: Lane;
  readonly name: string;
  readonly icon: LucideIcon;
  readonly about: (counts: InboxCounts) => string;
}

const cards: readonly LaneCard[] = [
  { lane: 'waiting', name: t('Waiting'), icon: Clock, about: ({ waiting }) => (waiting === 0 ? t('nothing waits') : t('next in line')) },
  { lane: 'working', name: t('Working'), icon: CircleDashed, about: ({ working }) => (working === 0 ? t('at rest') : t('read, rated, copied')) },
  { lane: 'filed', name: t('Done'), icon: Check, about: ({ duplicate }) => (duplicate === 0 ? t('no duplicates') : t('{count, plural, one {# duplicate} other {# duplicates}} linked', { count: duplicate })) },
  { lane: 'set_aside', name: t('Set aside'), icon: TriangleAlert, about: ({ set_aside }) => asideInWords(set_aside) },
];

function asideInWords(count: number): string {
  if (count === 0) return t('nothing needs you');
  return t('{count, plural, one {needs you} other {need you}}', { count });
}

/** Of files that lie there while watching is paused; null when it is about none. */
function lyingInWords({ files, whole }: LyingFiles): string | null {
  if (!whole) return t('or more; still counting');
  return files === 0 ? null : t('taken when you resume watching');
}

/** The four lanes in order of travel. Pressing one shows only its files; pressing it again shows all. */
export function Lanes({ lying }: { readonly lying: LyingFiles }) {
  const chosen = useView((state) => state.inbox.lane);
  const counts = useLog((state) => state.inbox_counts);
  useLaneKeys();
  const countOf = (lane: Lane) => countOfLane(counts, lane) + (lane === 'waiting' ? lying.files : 0);
  return (
    <div className={styles.lanes} role="group" aria-label={t('Lanes')}>
      {cards.map(({ lane, name, icon, about }) => (
        <button
          key={lane}
          type="button"
          className={styles.lane}
          aria-pressed={chosen === lane}
          data-lane={lane}
          data-some={countOf(lane) > 0}
          onClick={() => setInbox({ lane: chosen === lane ? null : lane })}
        >
          <span className={styles.name}>
            <Icon of={icon} />
            {name}
          </span>
          <span className={styles.count}>{number(countOf(lane))}</span>
          <span className={styles.about}>{(lane === 'waiting' ? lyingInWords(lying) : null) ?? about(counts)}</span>
        </button>
      ))}
    </div>
  );
}

/** Each lane by a command. */
function useLaneKeys(): void {
  const choose = (lane: Lane) => () => setInbox({ lane: useView.getState().inbox.lane === lane ? null : lane });
  useCommands({
    'inbox.waiting': choose('waiting'),
    'inbox.working': choose('working'),
    'inbox.done': choose('filed'),
    'inbox.set-aside': choose('set_aside'),
  });
}
