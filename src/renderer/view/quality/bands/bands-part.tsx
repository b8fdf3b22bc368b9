import { t } from '@shared/language/language';
import { defaultBands, starFolder } from '@shared/library/rating';
import { starsInWords } from '@shared/story/words';
import { RotateCcw } from 'lucide-react';
import { useEffect } from 'react';
import { SwitchButton, SwitchField } from 'react-aria-components';
import { Button } from '../../../parts/button';
import { Card } from '../../../parts/card';
import { cx } from '../../../parts/cx';
import { Notice } from '../../../parts/notice';
import { number } from '../../../parts/numbers';
import { rich } from '../../../parts/rich';
import { followBandsDraft, loadBands, sameBands, setRefile, tryBands, tryPublishedBands, useBandsDraft } from '../../../store/use-bands';
import { showPictures } from '../../../store/use-quality';
import { QualityHead } from '../quality-head';
import { Histogram } from '../scores/histogram';
import { scoresBetween } from '../scores/score-bars';
import { useOverview } from '../scores/use-overview';
import { BandsPane, signed } from './bands-pane';
import styles from './bands-part.module.css';
import { LimitField } from './limit-field';
import { LimitHandles } from './limit-handles';
import { useBandsKeys } from './use-bands-keys';

/** The limits between the stars: moved, seen before anything changes, applied and undone. */
export function BandsPart() {
  const { now, draft, preview, problem } = useBandsDraft();
  const { overview } = useOverview({ narrowed: false });
  useBandsKeys();
  useEffect(() => {
    void loadBands();
    return followBandsDraft();
  }, []);
  const bands = draft ?? now?.bands ?? defaultBands;
  return (
    <>
      <QualityHead about={overview === null ? '' : t('{rated, number} measured, of the whole library', { rated: overview.rated })} />
      {problem !== null && (
        <div className={styles.problem}>
          <Notice>{problem}</Notice>
        </div>
      )}
      {now !== null && overview !== null && (
        <div className={styles.split}>
          <div className={styles.main} data-pane>
            <Card
              title={t('Limits between the stars')}
              about={t('Below the first a measured picture earns five stars, below the next four, and so on. Lower is better.')}
            >
              <div className={styles.plot}>
                <Histogram
                  label={t('Scores of {rated, plural, one {# picture} other {# pictures}}, 0 to 100, lower is better', { rated: overview.rated })}
                  bins={overview.bins}
                  bands={bands}
                  before={now.bands}
                  above={(stars, wide) => <BandCount stars={stars} wide={wide} />}
                  onPick={(from, to) => showPictures(scoresBetween(from, to))}
                >
                  {(width) => <LimitHandles width={width} bands={bands} holding={now.bands} onMove={tryBands} />}
                </Histogram>
              </div>
              <div className={styles.ends} aria-hidden>
                <span>{t('0 cleaner')}</span>
                <span>{t('poorer 100')}</span>
              </div>
              <div className={styles.fields} role="group" aria-label={t('Limits as numbers')}>
                {bands.map((_, index) => (
                  <LimitField key={String(index)} bands={bands} index={index} onMove={tryBands} />
                ))}
                <span className={styles.else}>{t('else one star')}</span>
                <span className={styles.reset}>
                  <Button icon={RotateCcw} why={sameBands(bands, defaultBands) ? t('These are the published limits') : null} onPress={tryPublishedBands}>
                    {t('Reset to {limits}', { limits: defaultBands.join(', ') })}
                  </Button>
                </span>
              </div>
            </Card>
            <Card title={t('Folders')}>
              <SwitchField isSelected={now.refile} onChange={(refile) => void setRefile(refile)}>
                <SwitchButton className={cx(styles.switch)}>
                  <span className={styles.track} />
                  {t('Files follow their rating into its folder')}
                </SwitchButton>
              </SwitchField>
              <p className={styles.words}>
                {rich(
                  'A file lies in the folder of its rating, such as {folder}. When its rating changes, Alice moves it to the folder of the new one; where you moved a file yourself, it stays. Every move can be undone.',
                  { folder: <code>{starFolder(4)}</code> },
                )}
              </p>
            </Card>
          </div>
          {preview !== null && <BandsPane preview={preview} draft={draft} refile={now.refile} />}
        </div>
      )}
    </>
  );
}

/** How many measured pictures lie in a band, and how many more or less than now. */
function BandCount({ stars, wide }: { readonly stars: number; readonly wide: boolean }) {
  const { preview, draft } = useBandsDraft();
  const [before, after] = [preview?.before[stars - 1] ?? 0, preview?.after[stars - 1] ?? 0];
  const change = draft === null ? 0 : after - before;
  return (
    <span className={styles.count}>
      <b>{wide ? starsInWords(stars) : `${stars} ★`}</b>
      {preview !== null && (
        <span>
          {number(before)} {wide && change !== 0 && <em>{signed(change)}</em>}
        </span>
      )}
    </span>
  );
}
