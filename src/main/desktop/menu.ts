import { type CommandId, commandIds, commandOf } from '@shared/commands/all-commands';
import type { Command, MenuPlace } from '@shared/commands/command';
import { acceleratorOf } from '@shared/commands/key-words';
import type { OwnKeys } from '@shared/commands/own-keys';
import { Menu, type MenuItemConstructorOptions, webContents } from 'electron';

export interface MenuActions {
  readonly send: (command: CommandId) => void;
  /** The keys that a person chose, by command. */
  readonly keys: OwnKeys;
  /** What is done without a window; all else is sent to it. */
  readonly own: Partial<Readonly<Record<CommandId, () => void>>>;
}

/** Puts up the native menu. Its commands are those of the window; nothing is reachable only here. */
export function showMenu(actions: MenuActions): void {
  const items = (menu: MenuPlace['menu'], group: number) => itemsOf(menu, group, actions);
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        ...items('file', 0),
        { type: 'separator' },
        ...items('file', 1),
        { type: 'separator' },
        ...items('file', 2),
        { type: 'separator' },
        process.platform === 'darwin' ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        ...items('edit', 0),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        ...items('view', 0),
        { type: 'separator' },
        ...items('view', 1),
        { type: 'separator' },
        ...items('view', 2),
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        ...items('help', 0),
        { type: 'separator' },
        ...items('help', 1),
        { type: 'separator' },
        ...items('help', 2),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** The commands of one group of a menu. The window hears their keys itself, and so a field that is written in is asked first. */
function itemsOf(menu: MenuPlace['menu'], group: number, { keys: chosen, own, send }: MenuActions): MenuItemConstructorOptions[] {
  return commandIds.flatMap((id) => {
    const { title, keys, menu: place }: Command = commandOf(id);
    if (place?.menu !== menu || place.group !== group) return [];
    const accelerator = (chosen[id] ?? keys).map(acceleratorOf).find((one) => one !== null) ?? place.fixed ?? null;
    return [{
      label: place.label ?? title,
      click: own[id] ?? (() => { sendFromMenu(id, send); }),
      ...(accelerator !== null && { accelerator, registerAccelerator: false }),
    }];
  });
}

/** A text field that has the keyboard undoes its own text, and the window nothing. */
function sendFromMenu(id: CommandId, send: MenuActions['send']): void {
  const focused = webContents.getFocusedWebContents();
  if (id === 'edit.undo') focused?.undo();
  if (id === 'edit.redo') focused?.redo();
  send(id);
}

/** Acts once the keys are others than before, not at every change of a setting. */
export function onKeysChange(keys: () => OwnKeys, act: () => void): () => void {
  let before = JSON.stringify(keys());
  return () => {
    const now = JSON.stringify(keys());
    if (now !== before) act();
    before = now;
  };
}
