import type { Command } from '@shared/ipc/contract';
import { app, Menu, type MenuItemConstructorOptions, webContents } from 'electron';
import type { ZoomDirection } from './settings-zoom';

export interface MenuActions {
  readonly send: (command: Command) => void;
  readonly openInbox: () => void;
  readonly openDocs: () => void;
  readonly openNotices: () => void;
  readonly openLogs: () => void;
  readonly openCrashReports: () => void;
  readonly openAbout: () => void;
  /** Larger, smaller, or as at first; windows hear the keys of it themselves. */
  readonly zoom: (direction: ZoomDirection) => void;
}

/** Puts up the native menu. Its commands are those of the window; nothing is reachable only here. */
export function showMenu({ send, openInbox, openDocs, openNotices, openLogs, openCrashReports, openAbout, zoom }: MenuActions): void {
  const command = (label: string, name: Command, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => { send(name); },
    ...(accelerator !== undefined && { accelerator }),
  });
  // The window hears these keys itself. A text field that has the keyboard undoes its own text, and the window nothing.
  const undo = (label: string, name: 'undo' | 'redo', accelerator: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    registerAccelerator: false,
    click: () => {
      webContents.getFocusedWebContents()?.[name]();
      send(name);
    },
  });
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        command('Add Files…', 'add-files', 'CmdOrCtrl+O'),
        { label: 'Open Inbox Folder', click: openInbox },
        { type: 'separator' },
        command('Pause or Resume Watching', 'toggle-pause'),
        { type: 'separator' },
        command('Settings…', 'go-settings', 'CmdOrCtrl+,'),
        command('Source Rules…', 'source-rules'),
        command('Quality Stages…', 'quality-stages'),
        command('Read All Metadata Again…', 'read-again'),
        { type: 'separator' },
        process.platform === 'darwin' ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        undo('Undo', 'undo', 'CmdOrCtrl+Z'),
        undo('Redo', 'redo', 'Shift+CmdOrCtrl+Z'),
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
        command('Inbox', 'go-inbox'),
        command('Timeline', 'go-timeline'),
        command('Library', 'go-library'),
        command('Projects', 'go-board'),
        command('Quality', 'go-quality'),
        command('System', 'go-system'),
        command('Care', 'go-care'),
        { type: 'separator' },
        command('Find', 'find', 'CmdOrCtrl+F'),
        command('Decide About Pictures', 'cull'),
        { type: 'separator' },
        { label: 'Actual Size', accelerator: 'CmdOrCtrl+0', registerAccelerator: false, click: () => { zoom(0); } },
        { label: 'Larger', accelerator: 'CmdOrCtrl+Plus', registerAccelerator: false, click: () => { zoom(1); } },
        { label: 'Smaller', accelerator: 'CmdOrCtrl+-', registerAccelerator: false, click: () => { zoom(-1); } },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        { label: 'Event Documentation', accelerator: 'F1', click: openDocs },
        { label: 'Third-Party Notices', click: openNotices },
        { type: 'separator' },
        { label: 'Open Logs', click: openLogs },
        { label: 'Open Crash Reports', click: openCrashReports },
        { type: 'separator' },
        { label: `About ${app.name}`, click: openAbout },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
