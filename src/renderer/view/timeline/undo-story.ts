import type { Story } from '../../store/stories';
import { wishUndo } from '../../store/use-undo';

/** Whether a story is that of an undo. */
export const isUndo = ({ events }: Story): boolean => events.some(({ event_type }) => event_type === 'undo.requested');

/** The sequence of the event that filed a story's file; null when it was not filed, or by taking an undo back. */
export function filingOf(story: Story): number | null {
  if (isUndo(story)) return null;
  return story.events.find(({ event_type }) => event_type === 'asset.organized')?.sequence ?? null;
}

/** Takes the filing of a story's file back. */
export function undoStory(story: Story): void {
  const sequence = filingOf(story);
  if (sequence !== null) void wishUndo({ kind: 'operations', sequences: [sequence] }, { several: false });
}
