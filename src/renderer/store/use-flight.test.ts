import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { flownTo, useFlight } from './use-flight';

const flying = () => useFlight.getState().flying;

/** Scrolls by so many pixels with each frame. */
function scroll(frames: number, pixels: number, from = 0): void {
  for (let frame = 0; frame < frames; frame += 1) {
    vi.advanceTimersByTime(16);
    flownTo(from + frame * pixels);
  }
}

describe('[V121] a library in flight', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.advanceTimersByTime(1_000);
  });
  afterEach(() => {
    vi.advanceTimersByTime(1_000);
    vi.useRealTimers();
  });

  it('[V121] is one that is scrolled by screens, until it rests', () => {
    scroll(3, 400);
    expect(flying()).toBe(true);
    vi.advanceTimersByTime(99);
    expect(flying()).toBe(true);
    vi.advanceTimersByTime(1);
    expect(flying()).toBe(false);
  });

  it('[V121] is none that a hand scrolls, and none that leaps to its end', () => {
    scroll(30, 60);
    expect(flying()).toBe(false);
    vi.advanceTimersByTime(500);
    flownTo(4_000_000);
    expect(flying()).toBe(false);
  });

  it('[V121] is over also when it goes on slowly', () => {
    scroll(3, 400);
    scroll(7, 30, 800);
    expect(flying()).toBe(false);
  });
});
