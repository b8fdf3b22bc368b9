import type { EventFamily } from '@shared/events/catalog';
import { t } from '@shared/language/language';

/** The families of events in the order in which they are shown. */
export const familyNames: readonly (readonly [EventFamily, string])[] = [
  ['asset', t('Assets')],
  ['quality', t('Quality')],
  ['workflow', t('Workflows')],
  ['creative', t('Creative')],
  ['system', t('System')],
];
