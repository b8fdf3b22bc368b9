import { type CommandId, commandOf } from '@shared/commands/all-commands';
import { acceleratorOf } from '@shared/commands/key-words';
import {
  appMenuCommands, commandsIn, type MenuCommand, type MenuEntry, type MenuGroup, menuLayout, type MenuRole, type TopMenu,
} from '@shared/commands/menu-layout';
import type { OwnKeys } from '@shared/commands/own-keys';
import { t } from '@shared/language/language';
import type { MenuItemConstructorOptions } from 'electron';

export interface MenuWords {
  readonly platform: NodeJS.Platform;
  /** The keys that a person chose, by command. */
  readonly keys: OwnKeys;
  /** Labels that say what a command would do now, where it does one of two things. */
  readonly labels: Partial<Readonly<Record<CommandId, string>>>;
  readonly click: (id: CommandId) => void;
}

type Role = MenuRole | 'close' | 'quit' | 'front' | 'services' | 'hide' | 'hideOthers' | 'unhide';

/** The system has words of its own for these, in its language; Alice’s are hers. */
const roleLabels: Readonly<Record<Role, string>> = {
  cut: t('Cut'), copy: t('Copy'), paste: t('Paste'), selectAll: t('Select All'), togglefullscreen: t('Full Screen'), minimize: t('Minimize'),
  zoom: t('Zoom'), close: t('Close Window'), quit: t('Quit Alice'), front: t('Bring All to Front'), services: t('Services'), hide: t('Hide Alice'),
  hideOthers: t('Hide Others'), unhide: t('Show All'),
};

const line: MenuItemConstructorOptions = { type: 'separator' };

/** The native menu. What can be done, and what holds, is said of its items afterwards, by the names of their commands. */
export function menuTemplate(words: MenuWords): MenuItemConstructorOptions[] {
  const mac = words.platform === 'darwin';
  const menus = menuLayout.map((menu): MenuItemConstructorOptions => ({
    label: menu.label,
    submenu: [...groupsOf(mac ? withoutAppMenu(menu.groups) : menu.groups, words), ...endOf(menu, mac)],
    ...(menu.name === 'help' && { role: 'help' }),
    ...(menu.name === 'window' && mac && { role: 'window' }),
  }));
  return mac ? [appMenu(words), ...menus] : menus;
}

/** A menu of its own, for what the pointer or the keyboard is on. */
export function contextTemplate(groups: readonly MenuGroup[], words: MenuWords): MenuItemConstructorOptions[] {
  return groupsOf(groups, words);
}

/** The menu of a text: what the system does with it, grey where it cannot. */
export function textTemplate({ editable, can }: TextInMenu): MenuItemConstructorOptions[] {
  const item = (role: MenuRole, enabled: boolean): MenuItemConstructorOptions => ({ ...ofRole(role), enabled });
  if (!editable) return can.canCopy ? [item('copy', true)] : [];
  return [item('cut', can.canCut), item('copy', can.canCopy), item('paste', can.canPaste), line, item('selectAll', can.canSelectAll)];
}

/** A text under the pointer, and what can be done with it. */
export interface TextInMenu {
  readonly editable: boolean;
  readonly can: { readonly canCut: boolean; readonly canCopy: boolean; readonly canPaste: boolean; readonly canSelectAll: boolean };
}

/** Commands that are a person's only way from the menu of the app, as macOS calls it. */
function appMenu(words: MenuWords): MenuItemConstructorOptions {
  const group = (...roles: Role[]) => roles.map(ofRole);
  const { about, settings } = appMenuCommands;
  return {
    label: 'Alice',
    submenu: [
      itemOf({ id: about, label: t('About Alice') }, words), line, itemOf({ id: settings, label: t('Settings…') }, words), line,
      ...group('services'), line, ...group('hide', 'hideOthers', 'unhide'), line, ...group('quit'),
    ],
  };
}

const ofRole = (role: Role): MenuItemConstructorOptions => ({ role, label: roleLabels[role] });

const ofAppMenu: ReadonlySet<CommandId> = new Set(Object.values(appMenuCommands));

function withoutAppMenu(groups: readonly MenuGroup[]): readonly MenuGroup[] {
  const staysHere = (entry: MenuEntry) => !commandsIn([[entry]]).some((id) => ofAppMenu.has(id));
  return groups.map((group) => group.filter(staysHere)).filter((group) => group.length > 0);
}

function endOf({ name }: TopMenu, mac: boolean): MenuItemConstructorOptions[] {
  if (name === 'file') return [line, ofRole(mac ? 'close' : 'quit')];
  return name === 'window' && mac ? [line, ofRole('front')] : [];
}

function groupsOf(groups: readonly MenuGroup[], words: MenuWords): MenuItemConstructorOptions[] {
  return groups.flatMap((group, at) => [...(at === 0 ? [] : [line]), ...group.map((entry) => entryOf(entry, words))]);
}

function entryOf(entry: MenuEntry, words: MenuWords): MenuItemConstructorOptions {
  if (typeof entry === 'string') return itemOf({ id: entry }, words);
  if ('role' in entry) return ofRole(entry.role);
  return 'folder' in entry ? { label: entry.folder, submenu: groupsOf(entry.groups, words) } : itemOf(entry, words);
}

/** The window hears keys itself, and so a field that is written in is asked first. */
function itemOf({ id, label, fixed, mark }: MenuCommand, { keys, labels, click }: MenuWords): MenuItemConstructorOptions {
  const { title, keys: usual } = commandOf(id);
  const accelerator = (keys[id] ?? usual).map(acceleratorOf).find((one) => one !== null) ?? fixed ?? null;
  return {
    id,
    label: labels[id] ?? label ?? title,
    click: () => { click(id); },
    ...(mark === true && { type: 'checkbox' }),
    ...(accelerator !== null && { accelerator, registerAccelerator: false }),
  };
}
