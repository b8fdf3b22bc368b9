import type { LedPlace } from '@shared/ipc/system-app-calls';
import { t } from '@shared/language/language';
import type { Alice } from './alice';
import { ask, askQuietly } from './ask';
import { runOnceThere } from './commands';
import { keepView, restoreView } from './kept-view';
import { showLink } from './open-links';
import { say } from './use-toasts';
import { go, setInbox } from './use-view';

export const openLogs = () => ask('app/open-logs', {});
export const openCrashReports = () => ask('app/open-crash-reports', {});
/** Says so: a clipboard shows nothing by itself. */
export async function copyDiagnostics(): Promise<void> {
  const refusal = await askQuietly('app/copy-diagnostics', {});
  if (typeof refusal === 'string') say(refusal, 'problem');
  else say(t('Diagnostics copied, without names and places'));
}

export const leaveSafeMode = () => ask('app/leave-safe-mode', {});
export const openEventDocs = () => ask('app/open-event-docs', {});
export const openNotices = () => ask('settings/open-notices', {});

/** Where a notification leads: in the inbox to what needs somebody. */
function led(place: LedPlace): void {
  if (place === 'inbox') setInbox({ lane: 'set_aside', text: '' });
  go(place);
}

/** Takes up what happened before this page was there: one that died, crashes of the run before, a notification that was followed. */
export async function arrive(alice: Alice): Promise<void> {
  alice.on('place', led);
  const reply = await alice.call('app/arrival', {});
  keepView();
  if (!reply.ok) return;
  const { after_death, crashes, place, link, command } = reply.answer;
  if (after_death === 'restored') restoreView();
  if (place !== null) led(place);
  if (link !== null) showLink(link);
  if (command !== null) runOnceThere(command);
  const show = { label: t('Show reports'), run: () => void openCrashReports() };
  if (after_death === 'restored') say(t('The window had stopped and was opened again where you were. No file was touched.'), { action: show });
  else if (after_death === 'afresh') say(t('The window stopped once more and was opened afresh. No file was touched.'), { tone: 'problem', action: show });
  else if (crashes > 0) {
    say(t('Something went wrong in Alice last time: {crashes, plural, one {# crash report} other {# crash reports}} on this computer, sent nowhere.', { crashes }), { tone: 'problem', action: show });
  }
}
