import { readFileSync, readdirSync } from 'node:fs';

const pageBytes = 4_096;

/** Bytes of memory that each child of this process holds now, by process id. Linux only; empty elsewhere. */
export function memoryOfChildren(): Map<number, number> {
  const held = new Map<number, number>();
  if (process.platform !== 'linux') return held;
  for (const task of readdirSync('/proc/self/task')) {
    const children = readIfThere(`/proc/self/task/${task}/children`).trim().split(' ').filter(Boolean);
    for (const child of children) {
      const resident = Number(readIfThere(`/proc/${child}/statm`).split(' ')[1] ?? 0);
      if (resident > 0) held.set(Number(child), resident * pageBytes);
    }
  }
  return held;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

/** What was seen while something ran. */
export interface Watch {
  /** The most memory that one child held, in bytes; 0 where that cannot be seen. */
  readonly mostMemory: number;
  /** The longest that this process did not get to its next turn, in milliseconds. */
  readonly longestSilence: number;
}

/** Watches the children's memory and this process's own liveliness until it is told to stop. */
export function watchProcesses(everyMs = 20): () => Watch {
  let mostMemory = 0;
  let longestSilence = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longestSilence = Math.max(longestSilence, now - last - everyMs);
    last = now;
    mostMemory = Math.max(mostMemory, ...memoryOfChildren().values());
  }, everyMs);
  return () => {
    clearInterval(timer);
    return { mostMemory, longestSilence };
  };
}
