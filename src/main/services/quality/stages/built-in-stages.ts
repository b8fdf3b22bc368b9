import { brisqueStage } from './brisque-stage';
import type { Stage } from './stage';

/**
 * The stages that come with Alice, in order. To add one: a module beside this one and its name in `more`. Those that a
 * person sets up run after them.
 */
export const builtInStages = {
  first: brisqueStage,
  more: [] as readonly Stage[],
} as const;
