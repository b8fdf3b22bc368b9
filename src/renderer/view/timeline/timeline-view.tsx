import { t } from '@shared/language/language';
import { ArrowUpToLine, Pause, Play } from 'lucide-react';
import { memo, useCallback, useEffect, useState } from 'react';
import { Button } from '../../parts/button';
import { LiveDot } from '../../parts/live-dot';
import { NewPill } from '../../parts/new-pill';
import { Segmented } from '../../parts/segmented';
import { ViewHead } from '../../parts/view-head';
import { togglePaused } from '../../store/actions';
import { exportShown } from '../../store/export-events';
import { useCommands } from '../../store/commands';
import { useLog } from '../../store/use-log';
import { standAt, standNow, useOlder } from '../../store/use-older';
import { setTimeline, useView } from '../../store/use-view';
import { FilterRow } from './filter-row';
import { GoTo } from './go-to';
import { Scrubber } from './scrubber';
import { TimelineDrawer } from './timeline-drawer';
import { TimelineList } from './timeline-list';
import styles from './timeline-view.module.css';
import { useTimeline } from './use-timeline';

const modes = [
  ['stories', t('Stories')],
  ['events', t('Events')],
] as const;

const stand = (moment: number) => standAt({ moment });

/** The live timeline: everything that happened, newest first, from any moment on. */
export function TimelineView() {
  useCommands({ 'timeline.pause': togglePaused, 'timeline.export': () => void exportShown() });
  const open = useView((state) => state.timeline.open);
  const timeline = useTimeline();
  const [toTop, setToTop] = useState(0);
  const [matching, setMatching] = useState<number | null>(null);
  const goNow = useCallback(() => {
    standNow();
    setToTop((times) => times + 1);
  }, []);
  useStandAgain();
  return (
    <>
      <Head matching={matching} apart={timeline.apart} held={timeline.held} onNow={goNow} />
      <FilterRow />
      <Scrubber filter={timeline.filter} live={timeline.live} onStand={stand} onNow={goNow} onCount={setMatching} />
      <div className={styles.split}>
        <div className={styles.pane} data-pane>
          {timeline.waiting > 0 && <NewPill text={t('{waiting, number} new', { waiting: timeline.waiting })} onPress={goNow} />}
          <TimelineList timeline={timeline} toTop={toTop} onNow={goNow} />
        </div>
        {open !== null && <TimelineDrawer key={open.story_id} open={open} rows={timeline.rows} />}
      </div>
    </>
  );
}

interface HeadProps {
  /** How many events pass the filter; null when that is not known or nothing is narrowed. */
  readonly matching: number | null;
  readonly apart: boolean;
  /** The list was scrolled, or stands elsewhere. */
  readonly held: boolean;
  readonly onNow: () => void;
}

const Head = memo(function Head({ matching, apart, held, onNow }: HeadProps) {
  const { mode, paused_at } = useView((state) => state.timeline);
  const paused = paused_at !== null;
  const count = useLog((state) => state.event_count);
  const about = matching === null
    ? t('{count, plural, one {# event} other {# events}}', { count })
    : t('{matching, number} of {count, plural, one {# event} other {# events}}', { matching, count });
  const live = !held && !paused;
  const show = (next: typeof mode) => {
    const { sight } = useOlder.getState();
    setTimeline({ mode: next, active: null });
    // The same time is shown otherwise.
    if (held && sight !== null) void standAt({ moment: sight.newest });
  };
  return (
    <ViewHead title={t('Timeline')} about={about}>
      <Segmented label={t('Show')} options={modes} value={mode} onChange={show} />
      <span className={styles.live}>
        <LiveDot on={live} />
        {live ? t('Live') : paused && !apart ? t('Paused') : t('Past')}
      </span>
      <Button icon={ArrowUpToLine} onPress={onNow} shortcut="Home">
        {t('Now')}
      </Button>
      <GoTo onNow={onNow} />
      <Button onPress={togglePaused} icon={paused ? Play : Pause} command="timeline.pause">
        {paused ? t('Resume') : t('Pause')}
      </Button>
    </ViewHead>
  );
});

/** Who comes back to the timeline finds it where it stood. */
function useStandAgain(): void {
  useEffect(() => {
    const { window, sight } = useOlder.getState();
    if (window !== null && sight !== null) void standAt({ moment: sight.newest });
  }, []);
}
