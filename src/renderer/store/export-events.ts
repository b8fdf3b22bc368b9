import { t } from '@shared/language/language';
import { ask } from './ask';
import { say } from './use-toasts';
import { useView } from './use-view';

/** Writes every event that passes the filter of the timeline into a file that is asked for, those that are not loaded, too. */
export async function exportShown(): Promise<void> {
  const { families, text, patterns, since, from } = useView.getState().timeline;
  const written = await ask('timeline/export', { families: [...families], text, patterns: [...patterns], since, from });
  if (written === null) return;
  const words = { count: written.events, file_name: written.file_name };
  say(t('{count, plural, one {# event} other {# events}} exported to {file_name}', words));
}
