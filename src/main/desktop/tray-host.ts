import { askSystem } from './notifications-quiet';

type Ask = typeof askSystem;

const bus = ['org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus.NameHasOwner', 'org.kde.StatusNotifierWatcher'] as const;
const [dest, path, method, name] = bus;

/** Whether an icon in the tray would be seen. On Linux a desktop has a tray only when something on the session's bus says so. */
export async function hasTrayHost(platform: NodeJS.Platform = process.platform, ask: Ask = askSystem): Promise<boolean> {
  if (platform !== 'linux') return true;
  const answer =
    (await ask('gdbus', ['call', '--session', '--timeout', '1', '--dest', dest, '--object-path', path, '--method', method, name])) ??
    (await ask('dbus-send', ['--session', '--print-reply', '--reply-timeout=1000', `--dest=${dest}`, path, method, `string:${name}`]));
  return answer !== null && /\btrue\b/.test(answer);
}
