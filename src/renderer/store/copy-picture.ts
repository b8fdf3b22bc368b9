import { t } from '@shared/language/language';
import { linkToAsset, linkToEvent } from '@shared/library/deep-link';
import { copyText } from './actions';
import { askQuietly } from './ask';
import { say } from './use-toasts';

export const copyLinkTo = (content_hash: string) => copyText(linkToAsset(content_hash), t('Link'));
export const copyLinkToEvent = (event_id: string) => copyText(linkToEvent(event_id), t('Link'));

/** Puts the picture itself onto the clipboard, to be pasted into another program. */
export async function copyImage(content_hash: string): Promise<void> {
  const reply = await askQuietly('library/copy-image', { content_hash });
  if (typeof reply === 'string') say(reply, 'problem');
  else say(t('The picture is on the clipboard. Paste it into another program.'));
}
