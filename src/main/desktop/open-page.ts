import { t } from '@shared/language/language';
import { pageProblem } from '@shared/library/release-list';
import { shell } from 'electron';
import { PersonalError } from './ipc/registry';

/** The one way into the system's browser: pages by https, of addresses that the main process knows itself. @throws PersonalError */
export async function openPage(address: string): Promise<void> {
  const problem = pageProblem(address);
  if (problem !== null) throw new PersonalError(problem);
  const { href, host } = new URL(address);
  await shell.openExternal(href).catch(() => {
    throw new PersonalError(t('The system could not open the page of {host}. Its address is {href}', { host, href }));
  });
}
