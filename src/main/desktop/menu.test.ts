import { commandsIn, menuLayout, pictureMenu } from '@shared/commands/menu-layout';
import type { BrowserWindow, MenuItemConstructorOptions } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { menuTemplate, textTemplate } from './menu-template';

const shown: { template: MenuItemConstructorOptions[]; items: Map<string, MenuItemConstructorOptions> }[] = [];
const built: { items: Map<string, MenuItemConstructorOptions> }[] = [];
let popped: (how: object) => void = () => undefined;
const focused = { undo: vi.fn(), redo: vi.fn() };
vi.mock('electron', () => ({
  Menu: {
    buildFromTemplate: (template: MenuItemConstructorOptions[]) => {
      const items = itemsOf(template);
      built.push({ items });
      return { template, items, getMenuItemById: (id: string) => items.get(id) ?? null, popup: (how: object) => { popped(how); } };
    },
    setApplicationMenu: (menu: (typeof shown)[number]) => { shown.push(menu); },
    getApplicationMenu: () => ({ getMenuItemById: (id: string) => shown.at(-1)?.items.get(id) ?? null }),
  },
  webContents: { getFocusedWebContents: () => focused },
}));
const { AppMenu } = await import('./menu');

function itemsOf(template: readonly MenuItemConstructorOptions[]): Map<string, MenuItemConstructorOptions> {
  return new Map(template.flatMap((item): [string, MenuItemConstructorOptions][] => [
    ...(item.id === undefined ? [] : [[item.id, item] as [string, MenuItemConstructorOptions]]),
    ...(Array.isArray(item.submenu) ? [...itemsOf(item.submenu)] : []),
  ]));
}

const words = { keys: {}, labels: {}, click: () => undefined } as const;
const menuOf = (template: readonly MenuItemConstructorOptions[], label: string) =>
  template.find((one) => one.label === label)?.submenu as readonly MenuItemConstructorOptions[];

describe('the native menu', () => {
  beforeEach(() => { shown.length = 0; });

  it('[D181] reads as the layout does, with a person’s keys, and its settings where macOS has them', () => {
    const linux = menuTemplate({ ...words, platform: 'linux', keys: { 'go.inbox': ['$mod+j'] } });
    expect(linux.map(({ label }) => label)).toEqual(['&File', '&Edit', '&View', '&Go', '&Library', '&Project', '&Window', '&Help']);
    expect(itemsOf(linux).get('go.inbox')).toMatchObject({ label: 'Inbox', accelerator: 'CmdOrCtrl+J', registerAccelerator: false });
    expect(menuOf(linux, '&File').at(-1)).toEqual({ role: 'quit', label: 'Quit Alice' });
    const mac = menuTemplate({ ...words, platform: 'darwin' });
    expect(mac.map(({ label }) => label)).toEqual(['Alice', ...linux.map(({ label }) => label)]);
    const ofApp = [...itemsOf(menuOf(mac, 'Alice')).keys()];
    expect(ofApp).toEqual(['settings.about', 'go.settings']);
    const elsewhere = mac.slice(1).flatMap(({ submenu }) => [...itemsOf(submenu as MenuItemConstructorOptions[]).keys()]);
    expect([...ofApp, ...elsewhere].toSorted()).toEqual(menuLayout.flatMap(({ groups }) => commandsIn(groups)).toSorted());
    // No group is empty, and so no line stands at an end or on another.
    for (const { submenu } of mac) {
      const lines = (submenu as MenuItemConstructorOptions[]).map(({ type }) => (type === 'separator' ? '-' : 'x')).join('');
      expect(lines).not.toMatch(/^-|--|-$/);
    }
  });

  it('[D182] is grey where nothing can be done, marks what holds, and is put up anew for other words only', () => {
    const labels = { 'app.toggle-watching': 'Pause Watching' };
    let watching = true;
    const done: string[] = [];
    const menu = new AppMenu({
      keys: () => ({}),
      labels: () => labels,
      send: (id) => done.push(`sent ${id}`),
      own: { 'app.toggle-watching': () => done.push('switched'), 'app.open-logs': () => done.push('logs') },
      ownAllowed: (id) => id !== 'app.toggle-watching' || watching,
    });
    const item = (id: string) => shown.at(-1)?.items.get(id);
    menu.refresh();
    // No window yet: what can be done wherever one is opens it.
    expect(['go.inbox', 'library.rate-1', 'app.open-logs', 'app.toggle-watching'].map((id) => item(id)?.enabled)).toEqual([true, false, true, true]);
    menu.tell({ here: ['library.rate-1', 'library.turn-view'], checked: ['library.turn-view'] });
    expect(['go.inbox', 'library.rate-1', 'app.open-logs'].map((id) => item(id)?.enabled)).toEqual([false, true, true]);
    expect([item('library.turn-view')?.checked, item('timeline.pause')?.checked]).toEqual([true, false]);
    watching = false;
    menu.refresh();
    expect([shown.length, item('app.toggle-watching')?.enabled]).toEqual([1, false]);
    Object.assign(labels, { 'app.toggle-watching': 'Resume Watching' });
    menu.refresh();
    expect([shown.length, item('app.toggle-watching')?.label, item('library.rate-1')?.enabled]).toEqual([2, 'Resume Watching', true]);
    for (const id of ['app.toggle-watching', 'library.rate-1', 'edit.undo']) (item(id)?.click as (() => void) | undefined)?.();
    expect(done).toEqual(['switched', 'sent library.rate-1', 'sent edit.undo']);
    expect(focused.undo).toHaveBeenCalledOnce();
  });

  it('[D215] that of a picture offers what its own commands do, grey where they cannot', () => {
    const menu = new AppMenu({ keys: () => ({}), labels: () => ({}), send: () => undefined, own: {}, ownAllowed: () => true });
    const popup = vi.fn();
    const window = Object.create(null) as BrowserWindow;
    popped = popup;
    menu.showOfPicture(window, { here: ['library.copy-link', 'library.rate-3'], checked: [] }, { x: 3, y: 4 });
    expect(popup).toHaveBeenCalledWith({ window, x: 3, y: 4 });
    const items = built.at(-1)!.items;
    expect([...items.keys()].toSorted()).toEqual(commandsIn(pictureMenu).toSorted());
    const enabled = [...items].filter(([, { enabled: can }]) => can).map(([id]) => id);
    expect(enabled).toEqual(['library.rate-3', 'library.copy-link']);
  });

  it('[D215] that of a text is the system’s, and there is none where nothing can be done', () => {
    const can = { canCut: false, canCopy: true, canPaste: true, canSelectAll: true };
    const roles = (editable: boolean, more = {}) =>
      textTemplate({ editable, can: { ...can, ...more } }).flatMap(({ role, enabled }) => (role === undefined ? [] : [[role, enabled]]));
    expect(roles(true)).toEqual([['cut', false], ['copy', true], ['paste', true], ['selectAll', true]]);
    expect(roles(false)).toEqual([['copy', true]]);
    expect(roles(false, { canCopy: false })).toEqual([]);
  });
});
