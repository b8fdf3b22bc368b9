import { t } from '@shared/language/language';
import { type QualityOverview, type ScoreDivision, smallBinWidth } from '@shared/library/quality-overview';
import { toolName } from '@shared/library/provenance';
import { useState } from 'react';
import { Card } from '../../../parts/card';
import { number } from '../../../parts/numbers';
import { Segmented } from '../../../parts/segmented';
import { useBands } from '../../../store/rate-bands';
import { showPictures } from '../../../store/use-quality';
import styles from './divisions-card.module.css';
import { scoreInWords, scoresBetween } from './score-bars';
import { SmallBars } from './small-bars';
import { Tips } from './tips';
import { useRoving } from './use-roving';

const ways = [
  ['tool', t('Tool')],
  ['model', t('Model')],
  ['project', t('Project')],
] as const;
type Way = (typeof ways)[number][0];

const words: Readonly<Record<Way, Readonly<Record<'title' | 'label' | 'none', string>>>> = {
  tool: { title: t('By tool'), label: t('Scores by tool'), none: t('No measured picture says which tool it is from.') },
  model: { title: t('By model'), label: t('Scores by model'), none: t('No measured picture says which model it is from.') },
  project: { title: t('By project'), label: t('Scores by project'), none: t('No measured picture says which project it is from.') },
};

const called: Readonly<Record<Way, (value: string) => string>> = {
  tool: toolName,
  model: (value) => value,
  project: (value) => (value === 'uncategorized' ? t('Uncategorized') : value),
};

/** How the scores lie by what made the pictures, or what they belong to. */
export function DivisionsCard({ overview: { by_tool, by_model, by_project } }: { readonly overview: QualityOverview }) {
  const [way, setWay] = useState<Way>('tool');
  const rows = { tool: by_tool, model: by_model, project: by_project }[way];
  const name = ways.find(([each]) => each === way)?.[1] ?? '';
  return (
    <Card
      wide
      title={words[way].title}
      about={t('The twelve with most measured pictures')}
      end={<Segmented label={t('Divide by')} options={ways} value={way} onChange={setWay} />}
    >
      {rows.length === 0 ? (
        <p className={styles.none}>{words[way].none}</p>
      ) : (
        <Divisions key={way} way={way} title={name} rows={rows} />
      )}
    </Card>
  );
}

const bars = 100 / smallBinWidth;
/** In a row the name comes first, then its bars. */
const columns = bars + 1;

function Divisions({ way, title, rows }: { readonly way: Way; readonly title: string; readonly rows: readonly ScoreDivision[] }) {
  const bands = useBands();
  const open = (at: number) => {
    const row = rows[Math.floor(at / columns)];
    const bar = (at % columns) - 1;
    if (row === undefined || (bar >= 0 && row.bins[bar] === 0)) return;
    const from = bar * smallBinWidth;
    showPictures({ [way]: [row.value], ...(bar < 0 ? { score_from: 0 } : scoresBetween(from, from + smallBinWidth)) });
  };
  const { group, item } = useRoving(rows.length * columns, { columns, onPress: open });
  return (
    <Tips>
      <table className={styles.table} aria-label={words[way].label} {...group}>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col" className={styles.number}>{t('Pictures')}</th>
            <th scope="col" className={styles.number}>{t('Median')}</th>
            <th scope="col">
              <span className={styles.ends}>
                <span>{t('0 cleaner')}</span>
                <span>{t('poorer 100')}</span>
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.value}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.name}
                  data-mono={way === 'model'}
                  title={called[way](row.value)}
                  aria-label={t('{name}: {count, plural, one {# picture} other {# pictures}}, median {median}', {
                    name: called[way](row.value),
                    count: row.count,
                    median: scoreInWords(row.p50),
                  })}
                  onClick={() => open(at * columns)}
                  {...item(at * columns)}
                >
                  {called[way](row.value)}
                </button>
              </th>
              <td className={styles.number}>{number(row.count)}</td>
              <td className={styles.number} data-strong>
                {scoreInWords(row.p50)}
              </td>
              <td className={styles.drawing}>
                <SmallBars
                  label={t('Scores of {name}', { name: called[way](row.value) })}
                  division={row}
                  bands={bands}
                  item={(bar) => item(at * columns + 1 + bar)}
                  onPick={(bar) => open(at * columns + 1 + bar)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Tips>
  );
}
