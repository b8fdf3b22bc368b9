import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Before the first test: gives them all a home folder that is empty, so that none reads or changes the library,
 * the settings or the pictures of the person who runs them. Caches stay where they are.
 */
export function setup(): () => void {
  const caches = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const home = mkdtempSync(join(tmpdir(), 'alice-test-home-'));
  // Some tests run the command line as a user without rights.
  chmodSync(home, 0o755);
  Object.assign(process.env, {
    HOME: home,
    USERPROFILE: home,
    APPDATA: join(home, 'AppData', 'Roaming'),
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    XDG_CACHE_HOME: caches,
  });
  return () => { rmSync(home, { recursive: true, force: true }); };
}
