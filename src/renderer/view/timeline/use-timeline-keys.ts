import type { RecordedEvent } from '@shared/events/catalog';
import type { KeyboardEvent } from 'react';
import { copyText, loadStory, retry } from '../../store/actions';
import { goToPicture, rowKeyOf, setTimeline, toggleStory, useView } from '../../store/use-view';
import { hashOf, headlineOf } from './story-headline';
import type { TimelineRow } from './timeline-rows';
import { undoStory } from './undo-story';

/** Opens the drawer for a row; a story opens at the event that it came to. */
export function openRow(row: TimelineRow): void {
  const event = eventOf(row);
  if (event !== undefined) setTimeline({ active: row.key, open: { story_id: event.correlation_id, event_id: event.event_id } });
}

/** Folds or unfolds a story; unfolding asks for the whole of it. */
export function foldStory(id: string, open: boolean): void {
  toggleStory(id, open);
  if (open) void loadStory(id);
}

function eventOf(row: TimelineRow): RecordedEvent | undefined {
  if (row.kind === 'story') return row.story.events[0];
  return row.kind === 'step' || row.kind === 'event' ? row.event : undefined;
}

/** The timeline's own keys, on the row that is active. */
export function useTimelineKeys(rows: readonly TimelineRow[]) {
  return (event: KeyboardEvent) => {
    const { active } = useView.getState().timeline;
    const index = rows.findIndex((row) => row.key === active);
    const row = rows[index];
    if (row === undefined) return;
    if ((event.ctrlKey || event.metaKey) && event.key === 'c' && window.getSelection()?.isCollapsed !== false) {
      event.preventDefault();
      void copyText(JSON.stringify(eventOf(row), null, 2), 'Event');
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (act(event.key, row, rows, index)) event.preventDefault();
  };
}

function act(key: string, row: TimelineRow, rows: readonly TimelineRow[], index: number): boolean {
  switch (key) {
    case 'Enter':
    case ' ':
      openRow(row);
      return true;
    case 'ArrowRight':
      if (row.kind === 'story') foldStory(row.story.id, true);
      return true;
    case 'ArrowLeft':
      if (row.kind === 'story') foldStory(row.story.id, false);
      if (row.kind === 'step') setTimeline({ active: rowKeyOf.story(row.story_id) });
      return true;
    case 'j':
    case 'k': {
      const wanted = key === 'j' ? rows.slice(index + 1).find(isStory) : rows.slice(0, index).findLast(isStory);
      if (wanted !== undefined) setTimeline({ active: wanted.key });
      return true;
    }
    case 'o':
    case 'w': {
      const hash: unknown = row.kind === 'story' ? hashOf(row.story) : Reflect.get(eventOf(row)?.data ?? {}, 'content_hash');
      if (typeof hash === 'string') goToPicture(hash);
      return true;
    }
    case 'u':
      if (row.kind === 'story') undoStory(row.story);
      return true;
    case 'r':
      if (row.kind === 'story' && headlineOf(row.story, undefined).retry) void retry(row.story.id);
      return true;
    default:
      return false;
  }
}

const isStory = (row: TimelineRow) => row.kind === 'story';
