import { countOf } from '@shared/story/words';
import { Pause, Play } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../parts/button';
import { LiveDot } from '../../parts/live-dot';
import { NewPill } from '../../parts/new-pill';
import { number } from '../../parts/numbers';
import { Segmented } from '../../parts/segmented';
import { ViewHead } from '../../parts/view-head';
import { togglePaused } from '../../store/actions';
import { useLog } from '../../store/use-log';
import { setTimeline, useView } from '../../store/use-view';
import { FilterRow } from './filter-row';
import { TimelineDrawer } from './timeline-drawer';
import { TimelineList } from './timeline-list';
import styles from './timeline-view.module.css';
import { useTimeline } from './use-timeline';

const modes = [
  ['stories', 'Stories'],
  ['events', 'Events'],
] as const;

/** The live timeline: everything that happened, newest first. */
export function TimelineView() {
  const { mode, paused_at, open } = useView((state) => state.timeline);
  const paused = paused_at !== null;
  const count = useLog((state) => state.event_count);
  const timeline = useTimeline();
  const [toTop, setToTop] = useState(0);
  const showNew = () => {
    setTimeline({ paused_at: null });
    setToTop((times) => times + 1);
  };
  return (
    <>
      <ViewHead title="Timeline" about={countOf(count, 'event')}>
        <Segmented label="Show" options={modes} value={mode} onChange={(next) => setTimeline({ mode: next, active: null })} />
        <span className={styles.live}>
          <LiveDot on={!paused} />
          {paused ? 'Paused' : 'Live'}
        </span>
        <Button onPress={togglePaused} icon={paused ? Play : Pause} shortcut="P">
          {paused ? 'Resume' : 'Pause'}
        </Button>
      </ViewHead>
      <FilterRow />
      <div className={styles.split}>
        <div className={styles.pane} data-pane>
          {timeline.waiting > 0 && <NewPill text={`${number(timeline.waiting)} new`} onPress={showNew} />}
          <TimelineList timeline={timeline} toTop={toTop} />
        </div>
        {open !== null && <TimelineDrawer key={open.story_id} open={open} />}
      </div>
    </>
  );
}
