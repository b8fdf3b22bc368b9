import { t } from '@shared/language/language';
import type { AssetRecord } from '@shared/library/asset-record';
import styles from './stage-scores.module.css';

/** What stages beside BRISQUE say of a picture, and the combined score; nothing when BRISQUE looked alone. */
export function StageScores({ asset: { stages, stage_scores, combined_score } }: { readonly asset: AssetRecord }) {
  const others = stages.filter((name) => name !== 'brisque');
  if (others.length === 0 || combined_score === null) return null;
  return (
    <dl className={styles.scores} aria-label={t('Scores of all stages')}>
      <Score name={t('All stages together')} score={combined_score} strong />
      {others.map((name) => (
        <Score key={name} name={name} score={stage_scores[name] ?? null} />
      ))}
    </dl>
  );
}

function Score({ name, score, strong = false }: { readonly name: string; readonly score: number | null; readonly strong?: boolean }) {
  return (
    <div className={styles.score} data-strong={strong}>
      <dt>{name}</dt>
      <dd>{score === null ? t('no score') : t('{score, number} of 100', { score: Math.round(score * 100) })}</dd>
    </div>
  );
}
