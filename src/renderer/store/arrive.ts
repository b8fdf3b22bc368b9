import type { AliceBridge } from '@shared/ipc/bridge';
import { countOf } from '@shared/story/words';
import { ask } from './ask';
import { keepView, restoreView } from './kept-view';
import { showLink } from './open-links';
import { say } from './use-toasts';
import { go } from './use-view';

export const openLogs = () => ask('app/open-logs', {});
export const openCrashReports = () => ask('app/open-crash-reports', {});

/** Takes up what happened before this page was there: one that died, crashes of the run before, a notification that was followed. */
export async function arrive(alice: AliceBridge): Promise<void> {
  alice.on('place', go);
  const reply = await alice.call('app/arrival', {});
  keepView();
  if (!reply.ok) return;
  const { restore_view, crashes, place, link } = reply.answer;
  if (restore_view) restoreView();
  if (place !== null) go(place);
  if (link !== null) showLink(link);
  if (restore_view) say('The window had stopped and was opened again where you were. No file was touched.');
  else if (crashes > 0) {
    say(`Alice did not end well last time: ${countOf(crashes, 'crash report')} on this computer, sent nowhere.`, {
      tone: 'problem',
      action: { label: 'Show', run: () => void openCrashReports() },
    });
  }
}
