import { loadStory } from '../../store/actions';
import { useLog } from '../../store/use-log';
import { goToStory } from '../../store/use-view';

/** Opens the story of an undo in the timeline. */
export async function showStoryOf(undoId: string): Promise<void> {
  await loadStory(undoId);
  const newest = useLog.getState().stories.get(undoId)?.at(-1);
  if (newest !== undefined) goToStory({ story_id: undoId, event_id: newest.event_id });
}
