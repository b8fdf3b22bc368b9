import { t } from '../language/language';
import type { Commands } from './command';

const section = 'everywhere';

/** Alice as a program among others. From the menu these are done also when there is no window. */
export const systemAppCommands = {
  'app.open-inbox': { title: t('Open the inbox folder'), section, keys: [], words: t('file manager finder explorer') },
  'app.event-docs': { title: t('Event documentation'), section, keys: ['F1'], words: t('asyncapi reference help'), typing: true },
  'app.release-notes': { title: t('Release notes'), section, keys: [], words: t('what is new changelog version changes') },
  'app.check-updates': { title: t('Look for updates now'), section, keys: [], words: t('check newer version upgrade') },
  'app.notices': { title: t('Third-party notices'), section, keys: [], words: t('licences packages') },
  'app.copy-diagnostics': { title: t('Copy diagnostics'), section, keys: [], words: t('report problem bug versions support log') },
  'app.open-logs': { title: t('Open logs'), section, keys: [], words: t('log files trouble errors diagnostics') },
  'app.open-crash-reports': { title: t('Open crash reports'), section, keys: [], words: t('crash dump error bug diagnostics') },
} as const satisfies Commands;
