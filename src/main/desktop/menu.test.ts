import { commandsIn, menuLayout } from '@shared/commands/menu-layout';
import type { MenuItemConstructorOptions } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { menuTemplate } from './menu-template';

const shown: { template: MenuItemConstructorOptions[]; items: Map<string, MenuItemConstructorOptions> }[] = [];
const focused = { undo: vi.fn(), redo: vi.fn() };
vi.mock('electron', () => ({
  Menu: {
    buildFromTemplate: (template: MenuItemConstructorOptions[]) => ({ template, items: itemsOf(template) }),
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
});
