import type { KeyboardEvent } from 'react';
import { standAt, useOlder } from '../../store/use-older';
import { rowKeyOf, setTimeline, useView } from '../../store/use-view';
import { standAtNextDay, startOfDay } from './days';
import { foldStory } from './open-row';
import { newestOf, type TimelineRow } from './timeline-rows';
import { useRowCommands } from './use-row-commands';

interface Ends {
  /** Nothing older is left to load. */
  readonly complete: boolean;
  readonly onNow: () => void;
}

/** The timeline's own keys, on the row that is active. */
export function useTimelineKeys(rows: readonly TimelineRow[], ends: Ends) {
  useRowCommands(rows);
  return (event: KeyboardEvent) => {
    const { active } = useView.getState().timeline;
    const index = rows.findIndex((row) => row.key === active);
    const row = rows[index];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = () => row !== undefined && act(event.key, row, rows, index);
    if (event.shiftKey ? scrub(event.key, row) : travel(event.key, ends) || here()) event.preventDefault();
  };
}

/** By days: to the end of the one before, or of the next one on which something happened. */
function scrub(key: string, row: TimelineRow | undefined): boolean {
  const event = row === undefined ? undefined : newestOf(row);
  const moment = event === undefined ? (useOlder.getState().sight?.newest ?? Date.now()) : Date.parse(event.timestamp);
  if (key === 'ArrowLeft') void standAt({ moment: startOfDay(moment) - 1 });
  else if (key === 'ArrowRight') void standAtNextDay(moment);
  else return false;
  return true;
}

/** To the ends of the log where those of the list are not the same. */
function travel(key: string, { complete, onNow }: Ends): boolean {
  if (key === 'Home' && useOlder.getState().window !== null) onNow();
  else if (key === 'End' && !complete) void standAt({ sequence: 1 });
  else return false;
  return true;
}

function act(key: string, row: TimelineRow, rows: readonly TimelineRow[], index: number): boolean {
  switch (key) {
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
    default:
      return false;
  }
}

const isStory = (row: TimelineRow) => row.kind === 'story';
