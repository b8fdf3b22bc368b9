import { pathToFileURL } from 'node:url';

/** A format of the system's clipboard, by its name there, with what is written in it. */
export interface ClipboardFormat {
  readonly format: string;
  readonly text: string;
}

/** How files get onto a system's clipboard: in its formats, the best first, or by a program of the system that is told them as JSON. */
export type ClipboardFiles =
  | { readonly kind: 'formats'; readonly formats: readonly [ClipboardFormat, ...ClipboardFormat[]] }
  | { readonly kind: 'program'; readonly program: string; readonly args: readonly string[]; readonly input: string };

/** @param desktop what Linux says its desktop is, for each understands another format */
export function clipboardFiles(files: readonly string[], platform: NodeJS.Platform, desktop = ''): ClipboardFiles {
  if (platform === 'darwin') return { kind: 'formats', formats: [{ format: 'NSFilenamesPboardType', text: propertyList(files) }] };
  if (platform === 'win32') {
    // Paths come as data on standard input, so that none of them is ever read as a command.
    const script = '[Console]::InputEncoding = [Text.Encoding]::UTF8; Set-Clipboard -LiteralPath @([Console]::In.ReadToEnd() | ConvertFrom-Json)';
    return { kind: 'program', program: 'powershell.exe', args: ['-NoProfile', '-NonInteractive', '-Command', script], input: JSON.stringify(files) };
  }
  const addresses = files.map((file) => pathToFileURL(file).href);
  const list = { format: 'text/uri-list', text: `${addresses.join('\r\n')}\r\n` };
  const copied = { format: 'x-special/gnome-copied-files', text: ['copy', ...addresses].join('\n') };
  return { kind: 'formats', formats: /kde|lxqt/i.test(desktop) ? [list, copied] : [copied, list] };
}

function propertyList(files: readonly string[]): string {
  const strings = files.map((file) => `<string>${file.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</string>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><array>${strings.join('')}</array></plist>`;
}
