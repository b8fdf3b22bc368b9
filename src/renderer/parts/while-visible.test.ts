import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whileVisible } from './while-visible';

const page = { visibilityState: 'visible', heard: new Set<() => void>() };
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', {
    get visibilityState() { return page.visibilityState; },
    addEventListener: (_name: string, listener: () => void) => page.heard.add(listener),
    removeEventListener: (_name: string, listener: () => void) => page.heard.delete(listener),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const turn = (state: string) => {
  page.visibilityState = state;
  for (const listener of page.heard) listener();
};

it('[D219] timers rest while the window cannot be seen, and begin again at once when it can', () => {
  const act = vi.fn();
  const end = whileVisible(act, 1_000);
  vi.advanceTimersByTime(2_000);
  expect(act).toHaveBeenCalledTimes(2);
  turn('hidden');
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(60_000);
  expect(act).toHaveBeenCalledTimes(2);
  turn('visible');
  vi.advanceTimersByTime(1_000);
  expect(act).toHaveBeenCalledTimes(4);
  end();
  expect([vi.getTimerCount(), page.heard.size]).toEqual([0, 0]);
});
