import { storyIdOf } from '@shared/library/story-id';
import { loadStory } from '../../store/actions';
import { setTimeline, toggleStory } from '../../store/use-view';
import { newestOf, type TimelineRow } from './timeline-rows';

/** Opens the drawer for a row; a story opens at the event that it came to. */
export function openRow(row: TimelineRow): void {
  const event = row.kind === 'story' ? row.told.events[0] : newestOf(row);
  const story_id = row.kind === 'story' ? row.story.id : row.kind === 'step' ? row.story_id : undefined;
  if (event !== undefined) setTimeline({ active: row.key, open: { story_id: story_id ?? storyIdOf(event), event_id: event.event_id } });
}

/** Folds or unfolds a story; unfolding asks for the whole of it. */
export function foldStory(id: string, open: boolean): void {
  toggleStory(id, open);
  if (open) void loadStory(id);
}
