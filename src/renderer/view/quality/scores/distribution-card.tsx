import { eitherOf } from '@shared/language/formats';
import { t } from '@shared/language/language';
import { type QualityOverview, scoreBinWidth } from '@shared/library/quality-overview';
import { starsInWords } from '@shared/story/words';
import { useState } from 'react';
import { Card } from '../../../parts/card';
import { type Column, DataTable } from '../../../parts/data-table';
import { number } from '../../../parts/numbers';
import { useBands } from '../../../store/rate-bands';
import { showPictures } from '../../../store/use-quality';
import styles from './distribution-card.module.css';
import { Histogram } from './histogram';
import { ScoreAxis } from './score-axis';
import { bandParts, bandsOfScale, scoresBetween } from './score-bars';
import { SpreadStrip, spreadInWords } from './spread-strip';
import { TableSwitch } from './table-switch';

interface Row {
  readonly from: number;
  readonly count: number;
  readonly stars: string;
}

const columns: readonly Column<Row>[] = [
  { name: t('Score'), cell: ({ from }) => t('{from, number} to {to, number}', { from, to: from + scoreBinWidth }) },
  { name: t('Pictures'), number: true, cell: ({ count }) => number(count) },
  { name: t('Earns'), number: true, cell: ({ stars }) => stars },
];

/** How the scores of all pictures lie. */
export function DistributionCard({ overview: { bins, spread, rated } }: { readonly overview: QualityOverview }) {
  const [asTable, setAsTable] = useState(false);
  const bands = useBands();
  const open = (from: number, to: number) => showPictures(scoresBetween(from, to));
  const rows = bins.flatMap((count, at): Row[] => {
    const from = at * scoreBinWidth;
    const stars = bandParts(from, from + scoreBinWidth, bands).map((part) => starsInWords(part.stars));
    return count === 0 ? [] : [{ from, count, stars: eitherOf(new Set(stars)) }];
  });
  const label = t('Scores of {rated, plural, one {# picture} other {# pictures}}, 0 to 100, lower is better', { rated });
  return (
    <Card
      wide
      title={t('Technical quality')}
      about={t('BRISQUE score, lower is better: how clean a picture is of noise, blur and compression. It does not judge taste.')}
      end={<TableSwitch on={asTable} onChange={setAsTable} />}
    >
      {asTable ? (
        <DataTable label={label} columns={columns} rows={rows} keyOf={({ from }) => String(from)} none={t('Nothing is measured.')} />
      ) : (
        <Histogram
          label={label}
          bins={bins}
          bands={bands}
          above={(stars, wide) => {
            const part = bandsOfScale(bands).find((band) => band.stars === stars);
            if (part === undefined) return null;
            return (
              <button
                type="button"
                className={styles.band}
                aria-label={t('Pictures that score {from, number} to {to, number}, {stars}', { from: part.from, to: part.to, stars: starsInWords(stars) })}
                onClick={() => open(part.from, part.to)}
              >
                {wide ? starsInWords(stars) : `${stars} ★`}
              </button>
            );
          }}
          onPick={open}
        >
          {(width) => (
            <>
              <ScoreAxis width={width} bands={bands} />
              {spread !== null && <SpreadStrip spread={spread} width={width} rated={rated} />}
            </>
          )}
        </Histogram>
      )}
      {spread !== null && <p className={styles.words}>{spreadInWords(spread, rated)}</p>}
    </Card>
  );
}
