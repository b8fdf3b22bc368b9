import { t } from '@shared/language/language';
import { type BrowserWindow, dialog } from 'electron';

/** Asks whether a page that does not answer is waited for. Closing the question waits. */
export async function askAboutHungPage(window: BrowserWindow, signal: AbortSignal): Promise<'wait' | 'again'> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: t('Alice’s window does not answer'),
    message: t('Alice’s window does not answer'),
    detail: t('No file is in danger: they are filed by another part of Alice, which goes on. What you wrote in a form is there again after the window was opened again.'),
    buttons: [t('Wait'), t('Open Again')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal,
  });
  return response === 1 ? 'again' : 'wait';
}
