import { t } from '@shared/language/language';
import { Activity, Plus, SearchX } from 'lucide-react';
import { type HTMLAttributes, useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { Button } from '../../parts/button';
import { EmptyState } from '../../parts/empty-state';
import { VirtualRows } from '../../parts/virtual-rows';
import { chooseFiles } from '../../store/actions';
import { type EventFilter, isNarrowed, noFilter } from '../../store/event-filter';
import { useLog } from '../../store/use-log';
import { setSight, standAt, useOlder } from '../../store/use-older';
import { setTimeline, useView } from '../../store/use-view';
import { keepSight, timelineAtStart, tookUp } from '../../store/use-view-memory';
import { DayRow } from './day-row';
import { EventRow } from './event-row';
import { StepRow } from './step-row';
import { StoryRow } from './story-row';
import { isAt, newestOf, type TimelineRow } from './timeline-rows';
import { openRow } from './open-row';
import { useTimelineKeys } from './use-timeline-keys';
import type { Timeline } from './use-timeline';

interface TimelineListProps {
  readonly timeline: Timeline;
  readonly toTop: number;
  readonly onNow: () => void;
}

export function TimelineList({ timeline, toTop, onNow }: TimelineListProps) {
  const { rows, complete, apart, held, loadMore, loadAbove, setAtTop } = timeline;
  const view = useView((state) => state.timeline);
  const { active, open, mode } = view;
  const ready = useLog((state) => state.ready);
  const onKey = useTimelineKeys(rows, { complete, onNow });
  const stand = useStand(rows);
  useFirstRowActive(rows, toTop);
  useRestoredPlace(ready);
  const atTop = useRef(true);

  if (ready && rows.length === 0 && complete && !apart) return isNarrowed(view) ? <NothingMatches filter={view} /> : <NothingYet />;

  const rowProps = (row: TimelineRow): HTMLAttributes<HTMLDivElement> => {
    switch (row.kind) {
      case 'story':
        return { 'aria-level': 1, 'aria-expanded': row.open, 'aria-selected': !row.open && row.story.id === open?.story_id };
      case 'step':
        return { 'aria-level': 2, 'aria-selected': row.event.event_id === open?.event_id };
      case 'event':
        return { 'aria-level': 1, 'aria-selected': row.event.event_id === open?.event_id };
      default:
        return {};
    }
  };

  return (
    <VirtualRows
      label={mode === 'stories' ? t('Stories') : t('Events')}
      role="treegrid"
      rows={rows}
      active={active}
      toTop={toTop}
      rowProps={rowProps}
      render={renderRow}
      kindOf={kindOf}
      onMove={(row) => setTimeline({ active: row.key })}
      onPick={openRow}
      onKey={onKey}
      onNearEnd={loadMore}
      onNearStart={loadAbove}
      keepPlace={held}
      stand={stand}
      onSight={(first, last) => tellSight(first, last, atTop.current && !apart)}
      onTopChange={(isAtTop) => {
        atTop.current = isAtTop;
        if (isAtTop && !apart) keepSight({ timeline_at: null });
        setAtTop(isAtTop);
      }}
    />
  );
}

/** The row to stand at, which becomes the active one: the keyboard goes on from there. */
function useStand(rows: readonly TimelineRow[]) {
  const stand = useOlder((state) => state.stand);
  const [key, top] = useMemo(() => {
    const place = stand === null ? -1 : rows.findIndex((row) => isAt(row, stand.sequence));
    // Right below the heading of its day it is shown with it.
    const above = rows[place - 1];
    return [rows[place]?.key, above?.kind === 'day' ? above.key : rows[place]?.key];
  }, [rows, stand]);
  const times = stand?.times ?? 0;
  const takeUp = useEffectEvent(() => {
    if (key !== undefined && useView.getState().timeline.active !== key) setTimeline({ active: key });
  });
  useEffect(() => {
    if (times > 0) takeUp();
  }, [times]);
  return useMemo(() => (top === undefined ? null : { key: top, times }), [top, times]);
}

/** Back at the newest events the keyboard is on the first of them. */
function useFirstRowActive(rows: readonly TimelineRow[], toTop: number): void {
  const first = rows.find((row) => row.skip !== true)?.key ?? null;
  const takeUp = useEffectEvent(() => setTimeline({ active: first }));
  useEffect(() => {
    if (toTop > 0) takeUp();
  }, [toTop]);
}

/** Stands where it stood when Alice was closed, once. */
function useRestoredPlace(ready: boolean): void {
  useEffect(() => {
    const moment = timelineAtStart();
    if (!ready || moment === null) return;
    tookUp('timeline_at');
    void standAt({ moment });
  }, [ready]);
}

function tellSight(first: TimelineRow, last: TimelineRow, isNow: boolean): void {
  const [newest, oldest] = [newestOf(first), newestOf(last)];
  if (newest === undefined || oldest === undefined) return;
  setSight({ newest: Date.parse(newest.timestamp), oldest: Date.parse(oldest.timestamp) });
  // What was left is kept until it is taken up.
  if (timelineAtStart() === null) keepSight({ timeline_at: isNow ? null : Date.parse(newest.timestamp) });
}

const kindOf = (row: TimelineRow) => row.kind;

function renderRow(row: TimelineRow) {
  switch (row.kind) {
    case 'day':
      return <DayRow day={row.day} count={row.count} whole={row.whole} />;
    case 'story':
      return <StoryRow row={row} />;
    case 'step':
      return <StepRow event={row.event} />;
    case 'event':
      return <EventRow event={row.event} />;
    case 'gap':
      return <div role="gridcell" />;
  }
}

function NothingYet() {
  return (
    <EmptyState
      icon={Activity}
      title={t('Nothing has happened yet')}
      actions={
        <Button kind="primary" icon={Plus} command="app.add-files" onPress={() => void chooseFiles()}>
          {t('Add files')}
        </Button>
      }
    >
      {t('Drop pictures or a folder anywhere in this window. Each step that a file takes is told here, as it happens.')}
    </EmptyState>
  );
}

function NothingMatches({ filter }: { readonly filter: EventFilter }) {
  return (
    <EmptyState icon={SearchX} title={t('No events match')} actions={<Button onPress={() => setTimeline(noFilter)}>{t('Clear all filters')}</Button>}>
      {whyNothing(filter)}
    </EmptyState>
  );
}

function whyNothing({ families, text, patterns, since, from }: EventFilter): string {
  const others = patterns.length > 0 || since !== null || from !== null;
  if (others) return t('Nothing in the whole log passes all of these filters.');
  if (text === '') return t('The log has no events of these families.');
  return families.length > 0
    ? t('Nothing in the whole log, in these families, mentions “{text}”.', { text })
    : t('Nothing in the whole log mentions “{text}”.', { text });
}
