import type { OwnKeys } from '@shared/commands/own-keys';
import type { Source } from '@shared/library/source';
import type { StageSource } from '../hub/quality-stages-setup';

/** What a start in safe mode leaves out. All of it is only left out, and there again at the next usual start. */
export const safeMode = {
  /** They are known, and none of them is looked at. */
  sources: (sources: readonly Source[]): Source[] => sources.map((source) => ({ ...source, enabled: false })),
  stages: (source: StageSource): StageSource => ({ ...source, setups: () => [] }),
  keys: {} satisfies OwnKeys,
} as const;
