/** What Playwright's `_electron.launch` needs to open the built app on this machine, with these arguments to the app. */
export declare const electronForTests: (...appArgs: readonly string[]) => {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
};
