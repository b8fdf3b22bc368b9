import { t } from '@shared/language/language';

/** What becomes of the original, as a sentence. */
export const operationSentence = {
  copy: t('The original stays in the inbox, untouched.'),
  move: t('The original leaves the inbox only after its copy was verified.'),
} as const;
