import type { ReadingState } from '@shared/ipc/answers';
import { t } from '@shared/language/language';
import { create } from 'zustand';
import { ask } from './ask';
import { say } from './use-toasts';

interface Reading {
  /** Whether a person is asked before it begins. */
  readonly asked: boolean;
  readonly state: ReadingState;
}

export const useReading = create<Reading>(() => ({ asked: false, state: { progress: null, report: null, problem: null } }));

export const askToReadAgain = (asked: boolean) => useReading.setState({ asked });

export async function readAgain(): Promise<void> {
  askToReadAgain(false);
  await ask('reading/begin', {});
}

export const stopReading = () => ask('reading/stop', {});

/** Takes in how far the reading has come, and says what came of it when it is through. */
export function hearReading(state: ReadingState): void {
  const was = useReading.getState().state.progress !== null;
  useReading.setState({ state });
  if (state.problem !== null) say(state.problem, 'problem');
  if (!was || state.report === null) return;
  const { done, changed, missing, failed, stopped, elsewhere } = state.report;
  const read = t(
    '{done, plural, one {# file} other {# files}} read again, {changed, number} with something new{unread, plural, =0 {} one {, # file could not be read} other {, # files could not be read}}',
    { done, changed, unread: missing + failed },
  );
  const text = stopped ? t('Stopped: {read}', { read }) : read;
  if (elsewhere === 0) say(text);
  else say(t('{text}. {elsewhere, number} would now be filed elsewhere.', { text, elsewhere }), { action: { label: elsewhere === 1 ? t('Move it') : t('Move them'), run: () => void refile() } });
}

async function refile(): Promise<void> {
  const report = await ask('reading/refile', {});
  if (report === null) return;
  say(t('{refiled, plural, one {# file} other {# files}} moved to where they belong now. Undo takes it back.', { refiled: report.refiled }));
  for (const { path, message } of report.refused.slice(0, 3)) say(t('Not moved: {path}: {message}', { path, message }), 'problem');
}
