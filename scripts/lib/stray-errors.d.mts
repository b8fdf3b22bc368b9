import type { Reporter } from 'vitest/reporters';

export declare class StrayErrors implements Reporter {
  constructor(path: string);
}
