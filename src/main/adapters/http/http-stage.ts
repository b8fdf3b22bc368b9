import { t } from '@shared/language/language';
import { createHash } from 'node:crypto';
import type { Said } from '@shared/language/said';
import type { HttpStage } from '@shared/library/quality-stage';
import { stageProblem } from '@shared/library/stage-problem';
import { sentWhere } from '@shared/library/stage-words';
import { type Stage, StageTrouble } from '../../services/quality/stages/stage';
import { postPicture } from './post-picture';
import { readAnswer } from './read-answer';

/** The key of a stage: there is none, it is known, or a sentence, said where it is wanted, tells why it is not. */
export type StageKey = { readonly kind: 'none' } | { readonly kind: 'known'; readonly key: string } | { readonly kind: 'problem'; readonly sentence: () => string };

export interface HttpStageOptions {
  readonly setup: HttpStage;
  /** Asked for each picture; held no longer than that. */
  readonly key: () => Promise<StageKey>;
  readonly keyed: boolean;
  readonly retryAfterMs?: number;
}

/** Pictures are made small in processes that have work of their own. */
const roomForPreviewMs = 45_000;
/** Letters of a part of a key that is taken out of answers; shorter ones are words. */
const shortestSecret = 6;

/** A service that is asked over HTTP, as a stage. */
export function httpStage({ setup, key, keyed, retryAfterMs = 500 }: HttpStageOptions): Stage {
  return {
    name: setup.name,
    summary: sentWhere(setup),
    cost: setup.cost,
    needs: ['pixels', 'network', ...(keyed ? (['key'] as const) : [])],
    weight: setup.weight,
    longest_ms: setup.timeout_ms + roomForPreviewMs,
    run: async (picture, signal) => {
      if (stageProblem(setup) !== null) throw new StageTrouble(() => stageProblem(setup) ?? '', 'setup');
      const known = await key();
      if (known.kind === 'problem') throw new StageTrouble(known.sentence, 'setup');
      const secret = known.kind === 'known' ? known.key.trim() : '';
      if (keyProblem(secret) !== null) throw new StageTrouble(unusableKey, 'setup');
      const sent = await (setup.send === 'original' ? picture.original() : picture.preview());
      const answer = await postPicture({
        url: setup.url,
        picture: sent,
        question: createHash('sha256').update(`${setup.name} ${setup.url} ${picture.content_hash}`).digest('hex').slice(0, 32),
        key: secret === '' ? null : { header: setup.key_header, value: secret },
        timeout_ms: setup.timeout_ms,
        retry_after_ms: retryAfterMs,
        signal,
      });
      return readAnswer(answer, setup, secretsIn(secret));
    },
  };
}

/** What keeps a key from being sent, as a sentence; null when nothing. An empty one is none. */
export function keyProblem(key: string): string | null {
  return /^[\x20-\x7e]*$/.test(key) ? null : unusableKey();
}

const unusableKey: Said = () => t('The key holds letters that no header can carry, such as line ends or accents. Copy it again.');

/** The key, and its parts: after `Bearer` stands the secret itself. Longest first. */
function secretsIn(key: string): string[] {
  if (key === '') return [];
  return [key, ...key.split(/[\s=:,;"]+/).filter((part) => part.length >= shortestSecret)].sort((a, b) => b.length - a.length);
}
