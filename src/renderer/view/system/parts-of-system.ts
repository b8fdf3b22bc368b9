import { t } from '@shared/language/language';
import type { SystemPart } from '../../store/use-view';

export const parts: readonly (readonly [part: SystemPart, name: string])[] = [
  ['map', t('Map')],
  ['metrics', t('Metrics')],
  ['dead-letters', t('Dead letters')],
];
