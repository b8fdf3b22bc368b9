import { z } from 'zod';
import { type CommandId, commandIds } from '../commands/all-commands';

const someCommands = z.array(z.enum(commandIds as [CommandId, ...CommandId[]])).max(commandIds.length).readonly();

/** What can be done in the window now, and what holds in it; the native menu shows it. */
const commandsTold = z.strictObject({ here: someCommands, checked: someCommands });
export type CommandsTold = z.output<typeof commandsTold>;

const pixels = z.int().min(0).max(100_000);

/** What the window and the native menu have with one another. */
export const menuCalls = {
  /** Said when it is something else than before, at most ten times a second. */
  'menu/tell-commands': commandsTold,
  /** Shows the native menu in the window, where the system has no bar for it. */
  'menu/show': z.strictObject({ x: pixels, y: pixels }),
  /** Shows there what can be done with the picture that the keyboard is on. */
  'menu/of-picture': z.strictObject({ told: commandsTold, x: pixels, y: pixels }),
} as const satisfies Record<string, z.ZodType>;

export interface MenuCallAnswers {
  'menu/tell-commands': null;
  'menu/show': null;
  'menu/of-picture': null;
}
