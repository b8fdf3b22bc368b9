import { t } from '@shared/language/language';
import { combinedScore } from '@shared/library/rating';
import type { Verdict } from '../quality-service';
import type { FreshPicture, Stage } from './stage';

/** The first stage, of which the stars come: noise, blur and compression, measured on this machine. */
export const brisqueStage: Stage<FreshPicture, Verdict> = {
  name: 'brisque',
  get summary() {
    return t('Measures noise, blur and compression in the pixels, on this machine. The stars come from it alone.');
  },
  cost: null,
  needs: ['pixels'],
  weight: 1,
  // The media processes have limits of their own.
  longest_ms: Number.POSITIVE_INFINITY,
  run: async (picture) => {
    const verdict = await picture.assess();
    return { score: verdict.kind === 'rated' ? combinedScore(verdict.brisque) : null, result: verdict };
  },
};
