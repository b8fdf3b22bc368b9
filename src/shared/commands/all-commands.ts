import { boardCommands } from './board-commands';
import { chosenCommands } from './chosen-commands';
import type { Command } from './command';
import { decidingCommands } from './deciding-commands';
import { dryRunCommands } from './dry-run-commands';
import { everywhereCommands } from './everywhere-commands';
import { paletteCommands } from './palette-commands';
import { placeCommands } from './place-commands';
import { settingsCommands } from './settings-commands';
import { sourceCommands } from './source-commands';
import { stackCommands } from './stack-commands';
import { systemAppCommands } from './system-app-commands';

/** The catalogs by area. An area of its own is a file beside these, and a name in this list and in the one below. */
export const catalogs = [
  placeCommands, boardCommands, chosenCommands, everywhereCommands, paletteCommands, systemAppCommands, settingsCommands, sourceCommands,
  dryRunCommands, stackCommands, decidingCommands,
] as const;

const all = {
  ...placeCommands, ...boardCommands, ...chosenCommands, ...everywhereCommands, ...paletteCommands,
  ...systemAppCommands, ...settingsCommands, ...sourceCommands, ...dryRunCommands, ...stackCommands, ...decidingCommands,
} as const;

/** Every command, under the one name by which menus, keys and the palette know it. */
export type CommandId = keyof typeof all;

export const commandIds = Object.keys(all) as CommandId[];

export const commandOf = (id: CommandId): Command => all[id];

export const isCommandId = (name: string): name is CommandId => Object.hasOwn(all, name);
