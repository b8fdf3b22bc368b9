import { electronEnvironment, electronExecutable, electronLaunchArgs } from './electron-runtime.mjs';
import { root } from './paths.mjs';

/** Stories that run side by side have a screen each. */
const ownScreen = () => {
  const { ALICE_SCREENS: screens, TEST_PARALLEL_INDEX: index } = process.env;
  const own = screens?.split(' ')[Number(index ?? 0)];
  return own === undefined ? {} : { DISPLAY: own };
};

/** What Playwright's `_electron.launch` needs to open the built app on this machine, with these arguments to the app. */
export const electronForTests = (...appArgs) => ({
  executablePath: electronExecutable(),
  args: [...electronLaunchArgs(), root, ...appArgs],
  env: electronEnvironment(ownScreen()),
});
