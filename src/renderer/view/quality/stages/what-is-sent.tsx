import { t } from '@shared/language/language';
import { sentWhere } from '@shared/library/stage-words';
import { ShieldAlert } from 'lucide-react';
import { Icon } from '../../../parts/icon';
import type { StageFormValues } from './stage-form-values';
import styles from './stages.module.css';

/** What leaves this machine, plainly, before it does. */
export function WhatIsSent({ values: { url, send }, withKey }: { readonly values: StageFormValues; readonly withKey: boolean }) {
  const isAddress = URL.canParse(url) && new URL(url).host !== '';
  if (!isAddress) return null;
  const here = /^(localhost|\[::1\]|127(\.\d+){3})$/.test(new URL(url).hostname);
  const sentences = [
    sentWhere({ url, send }),
    ...(withKey ? [t('Your key goes along.')] : []),
    here
      ? t('That is this machine; nothing leaves it by Alice.')
      : t('Pictures leave this machine, and what becomes of them there is up to that service.'),
    ...(send === 'original' ? [t('The file can hold prompt, place and other metadata.')] : []),
  ];
  return (
    <p className={styles.sent}>
      <Icon of={ShieldAlert} size="sm" inherit />
      <span>
        {sentences.join(' ')}
      </span>
    </p>
  );
}
