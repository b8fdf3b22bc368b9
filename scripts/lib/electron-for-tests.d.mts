interface ElectronLaunch {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/** What it takes to start the built app on this machine, with these arguments to the app. */
export declare const electronForTests: (...appArgs: readonly string[]) => ElectronLaunch;

/** The same for Playwright's `_electron.launch`: the app waits until Playwright has attached. */
export declare const electronForPlaywright: (...appArgs: readonly string[]) => ElectronLaunch;
