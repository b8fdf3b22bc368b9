import { onNewEvents } from '../new-events';
import { loadProjects, refreshBoard, takeUp } from './use-board';

const ofBoards = /^(?:project|style|character|context|concept|note|board)\./;
const ofPictures = /^(?:asset\.(?:organized|moved|missing|returned)|rating\.|quality\.)/;
const refreshMs = 150;

/** Keeps projects and the open board up to date. Returns the way to stop. */
export function followBoard(): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const refresh = () => {
    timer = null;
    void loadProjects();
    refreshBoard();
  };
  const leave = onNewEvents((events) => {
    const creative = events.filter(({ event_type }) => ofBoards.test(event_type));
    const pictures = events.some(({ event_type }) => ofPictures.test(event_type));
    if (creative.length === 0 && !pictures) return;
    const known = timer === null && creative.length > 0 && takeUp(creative);
    if (known && !pictures) return;
    // Pictures may come by the hundred.
    timer ??= setTimeout(refresh, creative.length > 0 ? refreshMs : refreshMs * 6);
  });
  return () => {
    leave();
    if (timer !== null) clearTimeout(timer);
  };
}
