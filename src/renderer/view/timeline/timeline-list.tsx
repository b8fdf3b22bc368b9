import { Activity, Search } from 'lucide-react';
import type { HTMLAttributes } from 'react';
import { Button } from '../../parts/button';
import { EmptyState } from '../../parts/empty-state';
import { VirtualRows } from '../../parts/virtual-rows';
import { chooseFiles } from '../../store/actions';
import { type EventFilter, isNarrowed, noFilter } from '../../store/event-filter';
import { useLog } from '../../store/use-log';
import { setTimeline, useView } from '../../store/use-view';
import { DayRow } from './day-row';
import { EventRow } from './event-row';
import { StepRow } from './step-row';
import { StoryRow } from './story-row';
import type { TimelineRow } from './timeline-rows';
import { openRow, useTimelineKeys } from './use-timeline-keys';
import type { Timeline } from './use-timeline';

export function TimelineList({ timeline, toTop }: { readonly timeline: Timeline; readonly toTop: number }) {
  const { rows, complete, loadMore, setAtTop } = timeline;
  const view = useView((state) => state.timeline);
  const { active, open, mode } = view;
  const ready = useLog((state) => state.ready);
  const onKey = useTimelineKeys(rows);

  if (ready && rows.length === 0 && complete) return isNarrowed(view) ? <NothingMatches filter={view} /> : <NothingYet />;

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
      label={mode === 'stories' ? 'Stories' : 'Events'}
      role="treegrid"
      rows={rows}
      active={active}
      toTop={toTop}
      rowProps={rowProps}
      render={renderRow}
      onMove={(row) => setTimeline({ active: row.key })}
      onPick={openRow}
      onKey={onKey}
      onNearEnd={loadMore}
      onTopChange={setAtTop}
    />
  );
}

function renderRow(row: TimelineRow) {
  switch (row.kind) {
    case 'day':
      return <DayRow day={row.day} count={row.count} whole={row.whole} />;
    case 'story':
      return <StoryRow story={row.story} open={row.open} />;
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
      title="Nothing has happened yet"
      actions={
        <Button kind="primary" shortcut="Ctrl O" onPress={() => void chooseFiles()}>
          Add files
        </Button>
      }
    >
      Drop pictures or a folder anywhere in this window. Each step that a file takes is told here, as it happens.
    </EmptyState>
  );
}

function NothingMatches({ filter }: { readonly filter: EventFilter }) {
  return (
    <EmptyState icon={Search} title="No events match" actions={<Button onPress={() => setTimeline(noFilter)}>Clear all filters</Button>}>
      {whyNothing(filter)}
    </EmptyState>
  );
}

function whyNothing({ families, text, patterns, since, from }: EventFilter): string {
  const others = patterns.length > 0 || since !== null || from !== null;
  if (others) return 'Nothing in the whole log passes all of these filters.';
  if (text === '') return 'The log has no events of these families.';
  return `Nothing in the whole log${families.length > 0 ? ', in these families,' : ''} mentions “${text}”.`;
}
