import { askQuietly } from './ask';
import { onNewEvents } from './new-events';
import { logDoor, useLog } from './use-log';

const waitMs = 250;
const mostTries = 20;

/**
 * Counts the pictures of the projects anew when some went from one to another: of a picture that is not loaded, the window does
 * not know whose it was. Returns the way to stop.
 */
export function followProjectCounts(): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const askFor = (tries: number) => {
    timer ??= setTimeout(() => {
      timer = null;
      void count(tries);
    }, waitMs);
  };
  const count = async (tries: number) => {
    const reply = await askQuietly('library/projects', {});
    if (typeof reply === 'string') return;
    // Counts of another moment would count events twice, or not at all.
    if (reply.answer.sequence === useLog.getState().sequence) logDoor.projects(reply.answer.projects);
    else if (tries > 1) askFor(tries - 1);
  };
  const leave = onNewEvents((events) => {
    if (events.some(({ event_type }) => event_type === 'asset.refiled' || event_type === 'asset.unfiled')) askFor(mostTries);
  });
  return () => {
    leave();
    if (timer !== null) clearTimeout(timer);
  };
}
