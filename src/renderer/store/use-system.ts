import type { AppHealth } from '@shared/ipc/system-app-calls';
import type { DeadLetter, SystemOverview } from '@shared/ipc/system-overview';
import { t } from '@shared/language/language';
import { create } from 'zustand';
import { askQuietly } from './ask';
import { say } from './use-toasts';

interface SystemState {
  /** The last answer, also when a newer one could not be had. */
  readonly overview: SystemOverview | null;
  /** How decoders and the window fared. */
  readonly health: AppHealth | null;
  /** Why the figures are not those of now; null when they are. */
  readonly problem: string | null;
  /** Dead letters that a person wants tried again, until they have gone. */
  readonly retrying: ReadonlySet<string>;
}

/** The event system as the main process last told it. */
export const useSystem = create<SystemState>(() => ({ overview: null, health: null, problem: null, retrying: new Set() }));

export const letterKey = ({ service, sequence }: Pick<DeadLetter, 'service' | 'sequence'>) => `${service} ${sequence}`;

export async function loadOverview(): Promise<void> {
  const answer = await askQuietly('system/overview', {});
  if (typeof answer === 'string') useSystem.setState({ problem: answer });
  else useSystem.setState({ overview: answer.answer, problem: null });
  const health = await askQuietly('app/health', {});
  if (typeof health !== 'string') useSystem.setState({ health: health.answer });
}

/** Has a service try again what it gave up on. The letter goes when that worked. */
export async function retryLetter(letter: DeadLetter): Promise<void> {
  const { service, sequence, event } = letter;
  const key = letterKey(letter);
  if (useSystem.getState().retrying.has(key)) return;
  useSystem.setState(({ retrying }) => ({ retrying: new Set(retrying).add(key) }));
  const answer = await askQuietly('system/retry', { service, sequence });
  if (typeof answer === 'string') say(answer, 'problem');
  else say(t('{service} tries {type} again', { service, type: event.event_type }));
  await loadOverview();
  useSystem.setState(({ retrying }) => ({ retrying: new Set([...retrying].filter((one) => one !== key)) }));
}
