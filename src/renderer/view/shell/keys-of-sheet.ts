import { commandIds, commandOf } from '@shared/commands/all-commands';
import { commandSections } from '@shared/commands/command';
import { fixedKeys } from '@shared/commands/fixed-keys';
import { capsOf } from '@shared/commands/key-words';
import type { OwnKeys } from '@shared/commands/own-keys';
import { t } from '@shared/language/language';
import { keysOf } from '../../store/commands-keys';

export interface SheetLine {
  readonly what: string;
  readonly caps: readonly string[];
}
export interface SheetGroup {
  readonly name: string;
  readonly lines: readonly SheetLine[];
}

/** All keys that hold now, by place: those of the open place first, then those of everywhere. Words narrow them. */
export function keysOfSheet(own: OwnKeys, platform: string, here: string, words: string): readonly SheetGroup[] {
  const names = [...new Set([here, t('Everywhere'), ...Object.values(commandSections), ...fixedKeys.map(([name]) => name)])];
  const wanted = words.trim().toLowerCase();
  const fits = (line: SheetLine, name: string) => wanted === '' || `${line.what} ${line.caps.join(' ')} ${name}`.toLowerCase().includes(wanted);
  return names.map((name) => ({ name, lines: [...ofCommands(name, own, platform), ...ofLists(name)].filter((line) => fits(line, name)) }))
    .filter(({ lines }) => lines.length > 0);
}

function ofCommands(name: string, own: OwnKeys, platform: string): SheetLine[] {
  return commandIds.filter((id) => commandSections[commandOf(id).section] === name).flatMap((id) => {
    const [keys] = keysOf(id, own);
    return keys === undefined ? [] : [{ what: commandOf(id).title, caps: capsOf(keys, platform) }];
  });
}

const ofLists = (name: string): SheetLine[] =>
  fixedKeys.flatMap(([place, keys]) => (place === name ? keys.map(([what, caps]) => ({ what, caps: caps.split(' ') })) : []));
