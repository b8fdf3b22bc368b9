import { fileURLToPath } from 'node:url';
import { t } from '@shared/language/language';

/** Where a file address leads on this computer, or a sentence that says why it leads nowhere. */
export type AddressedFile = { readonly path: string } | { readonly problem: string };

const longestShown = 300;

/** Whether an argument is an address such as `file:///pictures/a%20boat.png`, as some launchers hand files over. */
export function isFileAddress(arg: string): boolean {
  return /^file:\//i.test(arg);
}

export function fileAt(address: string): AddressedFile {
  const shown = address.length > longestShown ? `${address.slice(0, longestShown)}…` : address;
  const url = URL.canParse(address) ? new URL(address) : null;
  // What a name holds of these is written as %23 and %3F. As they stand they would cut it off, and another file may be called the rest.
  if (url === null || /[?#]/.test(address)) return { problem: unreadable(shown) };
  // To URL, localhost is no host at all.
  if (url.host !== '') {
    const words = { address: shown, host: url.host };
    return { problem: t('{address} was not added: it lies on another computer ({host}). Copy the file to this one, and open it here.', words) };
  }
  try {
    const path = fileURLToPath(url);
    return path.includes('\0') ? { problem: unreadable(shown) } : { path };
  } catch {
    return { problem: unreadable(shown) };
  }
}

export function noFileAt(path: string): string {
  return t('{path} was not added: no file lies there. Drop it on the window if it is a folder.', { path });
}

const unreadable = (address: string) =>
  t('{address} was not added: it is no address of a file that can be read. Drop the file itself on the window.', { address });
