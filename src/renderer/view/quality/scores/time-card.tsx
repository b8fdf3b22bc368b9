import { t } from '@shared/language/language';
import type { QualityOverview, ScoreSpan } from '@shared/library/quality-overview';
import { useState } from 'react';
import { Card } from '../../../parts/card';
import { type Column, DataTable } from '../../../parts/data-table';
import { number } from '../../../parts/numbers';
import { showPictures } from '../../../store/use-quality';
import { scoreInWords } from './score-bars';
import { TableSwitch } from './table-switch';
import { TimeChart } from './time-chart';
import { lengthOf, spanInWords, type SpanLength } from './time-points';

const columns: readonly Column<ScoreSpan>[] = [
  { name: t('Made'), cell: spanInWords },
  { name: t('Pictures'), number: true, cell: ({ count }) => number(count) },
  { name: t('Median'), number: true, cell: ({ p50 }) => scoreInWords(p50) },
  { name: t('Best quarter below'), number: true, cell: ({ p25 }) => scoreInWords(p25) },
  { name: t('Poorest quarter above'), number: true, cell: ({ p75 }) => scoreInWords(p75) },
];

interface SpanWords {
  readonly label: string;
  readonly about: string;
}

const spoken: Readonly<Record<SpanLength, SpanWords>> = {
  day: {
    label: t('Median score by day in which pictures were made, lower is better'),
    about: t('The median by day made, and the band in which half of the pictures lie. The higher, the cleaner.'),
  },
  week: {
    label: t('Median score by week in which pictures were made, lower is better'),
    about: t('The median by week made, and the band in which half of the pictures lie. The higher, the cleaner.'),
  },
  month: {
    label: t('Median score by month in which pictures were made, lower is better'),
    about: t('The median by month made, and the band in which half of the pictures lie. The higher, the cleaner.'),
  },
  year: {
    label: t('Median score by year in which pictures were made, lower is better'),
    about: t('The median by year made, and the band in which half of the pictures lie. The higher, the cleaner.'),
  },
  years: {
    label: t('Median score by years in which pictures were made, lower is better'),
    about: t('The median by years made, and the band in which half of the pictures lie. The higher, the cleaner.'),
  },
};

/** How the scores changed with the time at which pictures were made. */
export function TimeCard({ overview: { over_time } }: { readonly overview: QualityOverview }) {
  const [asTable, setAsTable] = useState(false);
  const [first] = over_time;
  if (first === undefined) return null;
  const { label, about } = spoken[lengthOf(first)];
  return (
    <Card
      wide
      title={t('Over time')}
      about={about}
      end={<TableSwitch on={asTable} onChange={setAsTable} />}
    >
      {asTable ? (
        <DataTable label={label} columns={columns} rows={over_time} keyOf={({ from }) => from} none={t('No measured picture says when it was made.')} />
      ) : (
        <TimeChart
          label={label}
          spans={over_time}
          onPick={({ from, to }) => showPictures({ made_from: from, made_to: to, score_from: 0 })}
        />
      )}
    </Card>
  );
}
