import { execFile } from 'node:child_process';

type Ask = (program: string, args: readonly string[]) => Promise<string | null>;

const answerMs = 1_500;

/** What a program of the system prints; null when there is none, or it does not answer. */
export const askSystem: Ask = (program, args) =>
  new Promise((resolve) => {
    execFile(program, [...args], { timeout: answerMs, windowsHide: true }, (error, stdout) => { resolve(error === null ? stdout : null); });
  });

const inhibited = [
  'call', '--session', '--timeout', '1', '--dest', 'org.freedesktop.Notifications', '--object-path', '/org/freedesktop/Notifications',
  '--method', 'org.freedesktop.DBus.Properties.Get', 'org.freedesktop.Notifications', 'Inhibited',
];

/**
 * Whether a person has asked the desktop for quiet, where it says so: KDE by the notification server, GNOME by its setting. macOS
 * and Windows tell no program, and hold notifications back themselves.
 */
export async function wantsQuiet(platform: NodeJS.Platform = process.platform, ask: Ask = askSystem): Promise<boolean> {
  if (platform !== 'linux') return false;
  const [server, banners] = await Promise.all([ask('gdbus', inhibited), ask('gsettings', ['get', 'org.gnome.desktop.notifications', 'show-banners'])]);
  return server?.includes('<true>') === true || banners?.trim() === 'false';
}
