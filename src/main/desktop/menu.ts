import { type CommandId, commandIds, commandOf } from '@shared/commands/all-commands';
import { commandsIn, pictureMenu } from '@shared/commands/menu-layout';
import type { OwnKeys } from '@shared/commands/own-keys';
import type { CommandsTold } from '@shared/ipc/menu-calls';
import { type BrowserWindow, Menu, webContents } from 'electron';
import { contextTemplate, menuTemplate, textTemplate } from './menu-template';

export interface MenuActions {
  /** Has the window do a command, and opens it first when it is closed. */
  readonly send: (command: CommandId) => void;
  /** The keys that a person chose, by command. */
  readonly keys: () => OwnKeys;
  /** Labels that say what a command would do now. */
  readonly labels: () => Partial<Readonly<Record<CommandId, string>>>;
  /** What is done without a window; all else is sent to it. */
  readonly own: Partial<Readonly<Record<CommandId, () => void>>>;
  /** Whether what is done without a window can be done now. */
  readonly ownAllowed: (id: CommandId) => boolean;
}

const nothing: CommandsTold = { here: [], checked: [] };

/** The native menu: every command stands in it, grey while it cannot be done, and with a mark while it holds. */
export class AppMenu {
  readonly #actions: MenuActions;
  /** What the page said last; null while there is no window. */
  #told: CommandsTold | null = null;
  #words = '';

  constructor(actions: MenuActions) {
    this.#actions = actions;
  }

  /** The page says what can be done in it. */
  tell(told: CommandsTold): void {
    this.#told = told;
    this.#mark();
  }

  /** A page that begins says later what it can do. */
  follow(window: BrowserWindow): void {
    this.tell(nothing);
    window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) this.tell(nothing);
    });
    window.webContents.on('context-menu', (_event, { isEditable: editable, editFlags: can, x, y }) => {
      const template = textTemplate({ editable, can });
      if (template.length > 0) Menu.buildFromTemplate(template).popup({ window, x, y });
    });
    window.once('closed', () => {
      this.#told = null;
      this.#mark();
    });
  }

  /** Where the system has no bar for it. */
  showIn(window: BrowserWindow, x: number, y: number): void {
    Menu.getApplicationMenu()?.popup({ window, x, y });
  }

  /** What can be done with the picture that the keyboard is on. @param told what the page can do as the menu is asked for */
  showOfPicture(window: BrowserWindow, told: CommandsTold, { x, y }: { readonly x: number; readonly y: number }): void {
    this.tell(told);
    const { keys, labels } = this.#actions;
    const click = (id: CommandId) => { this.#click(id); };
    const words = { platform: process.platform, keys: keys(), labels: labels(), click };
    const menu = Menu.buildFromTemplate(contextTemplate(pictureMenu, words));
    const can = canDo(this.#told, this.#actions);
    for (const id of commandsIn(pictureMenu)) {
      const item = menu.getMenuItemById(id);
      if (item !== null) item.enabled = can(id);
    }
    menu.popup({ window, x, y });
  }

  /** Puts the menu up, and anew when its words are others than before. */
  refresh(): void {
    const { keys, labels } = this.#actions;
    const words = { platform: process.platform, keys: keys(), labels: labels() };
    const text = JSON.stringify(words);
    if (text !== this.#words) {
      this.#words = text;
      Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ ...words, click: (id) => { this.#click(id); } })));
    }
    this.#mark();
  }

  #mark(): void {
    const menu = Menu.getApplicationMenu();
    const can = canDo(this.#told, this.#actions);
    const checked = new Set(this.#told?.checked);
    for (const id of commandIds) {
      const item = menu?.getMenuItemById(id) ?? null;
      if (item === null) continue;
      item.enabled = can(id);
      if (item.type === 'checkbox') item.checked = checked.has(id);
    }
  }

  #click(id: CommandId): void {
    const own = this.#actions.own[id];
    if (own !== undefined) own();
    else sendFromMenu(id, this.#actions.send);
    // The system turns a mark by itself; it holds once the page says so.
    setImmediate(() => { this.#mark(); });
  }
}

/** Without a window all is offered that can be done wherever one is: it opens for that. */
export function canDo(told: CommandsTold | null, { own, ownAllowed }: Pick<MenuActions, 'own' | 'ownAllowed'>): (id: CommandId) => boolean {
  const here = new Set(told?.here);
  return (id) => {
    if (own[id] !== undefined) return ownAllowed(id);
    return told === null ? commandOf(id).section === 'everywhere' : here.has(id);
  };
}

/** A text field that has the keyboard undoes its own text, and the window nothing. */
function sendFromMenu(id: CommandId, send: MenuActions['send']): void {
  const focused = webContents.getFocusedWebContents();
  if (id === 'edit.undo') focused?.undo();
  if (id === 'edit.redo') focused?.redo();
  send(id);
}
