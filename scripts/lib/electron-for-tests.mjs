import { electronEnvironment, electronExecutable, electronLaunchArgs } from './electron-runtime.mjs';
import { root } from './paths.mjs';

/** What Playwright's `_electron.launch` needs to open the built app on this machine, with these arguments to the app. */
export const electronForTests = (...appArgs) => ({
  executablePath: electronExecutable(),
  args: [...electronLaunchArgs(), root, ...appArgs],
  env: electronEnvironment(),
});
