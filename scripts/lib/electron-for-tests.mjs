import { join } from 'node:path';
import { electronEnvironment, electronExecutable, electronLaunchArgs } from './electron-runtime.mjs';
import { root } from './paths.mjs';

/** Stories that run side by side have a screen each. */
const ownScreen = () => {
  const { ALICE_SCREENS: screens, TEST_PARALLEL_INDEX: index } = process.env;
  const own = screens?.split(' ')[Number(index ?? 0)];
  return own === undefined ? {} : { DISPLAY: own };
};

const startOf = (appFolder, appArgs) => ({
  executablePath: electronExecutable(),
  args: [...electronLaunchArgs(), appFolder, ...appArgs],
  env: electronEnvironment(ownScreen()),
});

/** What it takes to start the built app on this machine, with these arguments to the app. */
export const electronForTests = (...appArgs) => startOf(root, appArgs);

/** The same for Playwright's `_electron.launch`: the app waits until Playwright has attached. */
export const electronForPlaywright = (...appArgs) => startOf(join(root, 'scripts', 'lib', 'held-app'), appArgs);
