import type { Commands } from './command';

const section = 'everywhere';

/** Alice as a program among others. The menu has them by itself, so that they can be had when there is no window. */
export const systemAppCommands = {
  'app.open-logs': { title: 'Open logs', section, keys: [], words: 'log files trouble errors diagnostics' },
  'app.open-crash-reports': { title: 'Open crash reports', section, keys: [], words: 'crash dump error bug diagnostics' },
} as const satisfies Commands;
