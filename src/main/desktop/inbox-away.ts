import { t } from '@shared/language/language';
import type { Hub } from '../hub';

/** Why nothing may be put into the inbox, as a sentence: what is seen is what its drive left, and would hide what was put into it. */
export function inboxAway(hub: Hub | null): string | null {
  const pause = hub?.pausedFor();
  return pause?.reason === 'inbox_gone' ? t('Nothing was added. {message}', { message: pause.said() }) : null;
}
