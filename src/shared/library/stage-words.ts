import { t } from '../language/language';
import type { HttpStage } from './quality-stage';

/** What is sent where, as a sentence. */
export function sentWhere({ url, send }: Pick<HttpStage, 'url' | 'send'>): string {
  const host = URL.canParse(url) ? new URL(url).host : t('an address that is none');
  return send === 'original'
    ? t("Sends each picture's file, with everything that stands in it, to {host}.", { host })
    : t('Sends each picture, in at most 1,024 pixels and without its metadata, to {host}.', { host });
}

/** The variable of the environment that may hold a stage's key: `ALICE_STAGE_KEY_MY_STAGE` for `my-stage`. */
export function keyVariable(stage: string): string {
  return `ALICE_STAGE_KEY_${stage.toUpperCase().replaceAll('-', '_')}`;
}
