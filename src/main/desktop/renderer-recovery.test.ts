import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserWindow } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { ReloadLimit } from './renderer-recovery-limit';
import { knownReasons, recoveryWays } from './renderer-recovery-page';

vi.mock('electron', () => ({ app: {} }));
const { recoverRenderer } = await import('./renderer-recovery');

const home = 'app://alice/index.html';

/** A window that only remembers what is done to it. */
function windowDouble(patience = 1_000, answers: ('wait' | 'again')[] = []) {
  const questions: AbortSignal[] = [];
  let now = 0;
  let address = home;
  const done: string[] = [];
  const webContents = Object.assign(new EventEmitter(), {
    getURL: () => address,
    forcefullyCrashRenderer: () => { webContents.emit('render-process-gone', {}, { reason: 'crashed' }); },
  });
  const window = Object.assign(new EventEmitter(), {
    webContents,
    isDestroyed: () => false,
    loadURL: async (to: string) => {
      address = to;
      done.push(to);
    },
  });
  recoverRenderer(window as unknown as BrowserWindow, {
    home,
    patience,
    ask: async (signal) => {
      questions.push(signal);
      return answers.shift() ?? new Promise(() => undefined);
    },
    died: (reason, recovery) => done.push(`${reason}: ${recovery}`),
    choose: { logs: () => done.push('logs'), reports: () => done.push('reports'), quit: () => done.push('quit') },
    limit: new ReloadLimit(() => now),
  });
  const die = (reason = 'crashed') => { webContents.emit('render-process-gone', {}, { reason }); };
  const follow = (url: string) => { webContents.emit('will-frame-navigate', { url, isMainFrame: true }); };
  return { window, done, die, follow, questions, wait: (ms: number) => (now += ms) };
}

describe('[D112] a window whose page dies', () => {
  it('[D112] is opened again three times within a minute, the first time as it was, and then shows the plain page', () => {
    const { done, die } = windowDouble();
    for (let times = 0; times < 4; times += 1) die();
    expect(done).toEqual([
      'crashed: restore', home, 'crashed: afresh', home, 'crashed: afresh', home, 'crashed: give-up', 'app://alice/recovery.html',
    ]);
  });

  it('[D112] is always opened again when it dies once a minute', () => {
    const { done, die, wait } = windowDouble();
    for (let times = 0; times < 20; times += 1) {
      die('oom');
      wait(60_001);
    }
    expect(new Set(done)).toEqual(new Set(['oom: restore', home]));
  });

  it('[D112] says on the plain page what is known of the reason', () => {
    const { done, die } = windowDouble();
    for (let times = 0; times < 4; times += 1) die('oom');
    expect(done.at(-1)).toBe('app://alice/recovery.html#oom');
  });

  it('[D112] leads on from the plain page only, where each link is one of the ways', () => {
    const { done, die, follow } = windowDouble();
    follow(recoveryWays.quit);
    expect(done).toEqual([]);
    for (let times = 0; times < 4; times += 1) die();
    done.length = 0;
    for (const way of [recoveryWays.logs, recoveryWays.reports, recoveryWays.quit, 'https://example.org/', 'app://alice/recovery/else']) follow(way);
    expect(done).toEqual(['logs', 'reports', 'quit']);
    follow(recoveryWays.again);
    // It has all its tries again.
    die();
    expect(done.slice(3)).toEqual([home, 'crashed: restore', home]);
  });

  it('[D112] has a page without scripts, with a link for each way and a sentence for each known reason', () => {
    const page = readFileSync(resolve(import.meta.dirname, '../../renderer/public/recovery.html'), 'utf8');
    expect([...page.matchAll(/href="(app:[^"]+)"/g)].map(([, href]) => href)).toEqual(Object.values(recoveryWays));
    expect([...page.matchAll(/class="why" id="(\w+)"/g)].map(([, id]) => id)).toEqual([...knownReasons]);
    expect(page).not.toMatch(/<script|\son\w+=|style=/);
  });

  it('[D112] is not opened again when it ends in good order', () => {
    const { done, die } = windowDouble();
    die('clean-exit');
    expect(done).toEqual([]);
  });

  it('[D112] that hangs is given time to come round, and asked about before it is opened again', async () => {
    vi.useFakeTimers();
    const { window, done, questions } = windowDouble(1_000, ['wait', 'again']);
    window.emit('unresponsive');
    vi.advanceTimersByTime(900);
    window.emit('responsive');
    await vi.advanceTimersByTimeAsync(10_000);
    expect([done, questions.length]).toEqual([[], 0]);
    // Chromium says it again each time that somebody presses something.
    for (const wait of [600, 300, 100]) {
      window.emit('unresponsive');
      await vi.advanceTimersByTimeAsync(wait);
    }
    // It is waited for; when it is said again, it is asked again.
    expect([done, questions.length]).toEqual([[], 1]);
    await vi.advanceTimersByTimeAsync(10_000);
    window.emit('unresponsive');
    await vi.advanceTimersByTimeAsync(1_000);
    expect([done, questions.length]).toEqual([['hung: restore', home], 2]);
    window.emit('unresponsive');
    window.emit('closed');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(done).toHaveLength(2);
    vi.useRealTimers();
  });

  it('[D112] that comes round while it is asked about needs no answer any more', async () => {
    vi.useFakeTimers();
    const { window, done, questions } = windowDouble();
    window.emit('unresponsive');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(questions.map(({ aborted }) => aborted)).toEqual([false]);
    window.emit('responsive');
    expect(questions.map(({ aborted }) => aborted)).toEqual([true]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(done).toEqual([]);
    vi.useRealTimers();
  });
});
