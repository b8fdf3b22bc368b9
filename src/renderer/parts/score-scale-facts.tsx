import { atStart, fixed } from '@shared/language/formats';
import { numberLocale, t } from '@shared/language/language';
import type { AssetRecord } from '@shared/library/asset-record';
import { factsOf } from '@shared/library/asset-facts';
import type { RatingBands } from '@shared/library/rating';
import { issueInWords } from '@shared/library/issue-words';
import { starsInWords } from '@shared/story/words';
import { Badge } from './badge';
import { ScoreScale } from './score-scale';
import styles from './score-scale-facts.module.css';
import { StageScores } from './stage-scores';
import { Stars } from './stars';

interface ScoreFactsProps {
  readonly asset: AssetRecord;
  /** The share of the library that scores worse, 0 … 1; null when it cannot be said. */
  readonly betterThan: number | null;
  readonly bands: RatingBands;
  /** The measured stars stand above it already. */
  readonly starsAbove?: boolean;
}

/** What was measured of a picture: stars, score, its band and how it compares; or the reason why there is nothing. */
export function ScoreFacts({ asset, betterThan, bands, starsAbove = false }: ScoreFactsProps) {
  const { measured_stars: stars, brisque, quality_issues, not_rated } = asset;
  const { aesthetic } = factsOf(asset);
  return (
    <div className={styles.facts}>
      {stars === null || brisque === null ? (
        <>
          <span>
            <Badge>{t('not rated')}</Badge>
          </span>
          {not_rated !== null && <p className={styles.reason}>{not_rated}</p>}
        </>
      ) : (
        <>
          {!starsAbove && (
            <div className={styles.measured}>
              <Stars stars={stars} by="measured" />
              <span>{t('measured, by BRISQUE')}</span>
            </div>
          )}
          <div className={styles.score}>
            <b>{fixed(brisque, 1)}</b>
            <span>{starsAbove ? t('technical quality, by BRISQUE') : t('technical quality')}</span>
          </div>
          <ScoreScale score={brisque} bands={bands} />
          <p className={styles.reason}>
            {betterThan === null
              ? bandInWords(brisque, bands)
              : t('{band}, better than {percent, number} % of your library', { band: bandInWords(brisque, bands), percent: Math.round(betterThan * 100) })}
          </p>
        </>
      )}
      <StageScores asset={asset} />
      {aesthetic !== null && <p className={styles.reason}>{aestheticInWords(aesthetic)}</p>}
      {quality_issues.length > 0 && <p className={styles.reason}>{t('Measured: {issues}', { issues: quality_issues.map(issueInWords).join(', ') })}</p>}
    </div>
  );
}

const aestheticInWords = (score: number) =>
  t('Aesthetic {score}, from the file', { score: score.toLocaleString(numberLocale(), { maximumFractionDigits: 2 }) });

/** `Five stars: below 25`, `Three stars: 45 to 65`. */
function bandInWords(score: number, bands: RatingBands): string {
  const at = bands.findIndex((limit) => score < limit);
  const from = bands[(at === -1 ? bands.length : at) - 1];
  const to = at === -1 ? undefined : bands[at];
  const stars = atStart(starsInWords(at === -1 ? 1 : 5 - at));
  if (from === undefined) return t('{stars}: below {to}', { stars, to: to ?? '' });
  return to === undefined ? t('{stars}: {from, number} and above', { stars, from }) : t('{stars}: {from, number} to {to, number}', { stars, from, to });
}
