import type { BrowserWindow } from 'electron';
import { type Recovery, ReloadLimit } from './renderer-recovery-limit';
import { recoveryPageFor, type RecoveryWay, recoveryWayOf } from './renderer-recovery-page';

/** After Chromium has noticed that a page does not answer, it has so long to come round. */
const patienceMs = 20_000;

export interface RecoveryOptions {
  readonly home: string;
  /** Told of each death, before anything is done about it. */
  readonly died: (reason: string, recovery: Recovery) => void;
  readonly choose: Readonly<Record<Exclude<RecoveryWay, 'again'>, () => void>>;
  /** Asks about a page that does not answer. The signal ends the question: the page has come round, or is gone. */
  readonly ask: (signal: AbortSignal) => Promise<'wait' | 'again'>;
  readonly limit?: ReloadLimit;
  readonly patience?: number;
}

/**
 * Brings the window back when its page dies or hangs: all that it showed is in the log. One that dies again and again gets a
 * plain page that says so, from which a person goes on.
 */
export function recoverRenderer(window: BrowserWindow, options: RecoveryOptions): void {
  const { home, died, choose, ask, limit = new ReloadLimit(), patience = patienceMs } = options;
  const { webContents } = window;
  let hung: NodeJS.Timeout | null = null;
  let question: AbortController | null = null;
  let reasonOfEnd: string | null = null;

  const hangsNoMore = () => {
    if (hung !== null) clearTimeout(hung);
    hung = null;
    question?.abort();
    question = null;
  };
  // What is written in the page may be worth more time than Alice would give it: a person says when it is enough.
  const askAboutIt = async () => {
    const asked = new AbortController();
    question = asked;
    const answer = await ask(asked.signal).catch(() => 'wait' as const);
    if (asked.signal.aborted || window.isDestroyed()) return;
    hangsNoMore();
    if (answer === 'wait') return;
    reasonOfEnd = 'hung';
    webContents.forcefullyCrashRenderer();
  };
  // Told again and again for as long as somebody presses keys and buttons.
  window.on('unresponsive', () => {
    hung ??= setTimeout(() => {
      void askAboutIt();
    }, patience);
  });
  window.on('responsive', hangsNoMore);
  window.once('closed', hangsNoMore);

  webContents.on('render-process-gone', (_event, { reason }) => {
    hangsNoMore();
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const why = reasonOfEnd ?? reason;
    reasonOfEnd = null;
    const recovery = limit.died();
    died(why, recovery);
    void window.loadURL(recovery === 'give-up' ? recoveryPageFor(why) : home).catch(() => undefined);
  });
  // No page of Alice ever goes anywhere; the plain page has links, because it has no script.
  webContents.on('will-frame-navigate', ({ url, isMainFrame }) => {
    const way = isMainFrame ? recoveryWayOf(url, webContents.getURL()) : null;
    if (way === null) return;
    if (way !== 'again') {
      choose[way]();
      return;
    }
    limit.forget();
    void window.loadURL(home).catch(() => undefined);
  });
}
