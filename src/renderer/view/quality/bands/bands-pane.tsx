import { t } from '@shared/language/language';
import type { BandsPreview } from '@shared/library/bands-preview';
import type { RatingBands } from '@shared/library/rating';
import { starsInWords } from '@shared/story/words';
import { Button } from '../../../parts/button';
import { type Column, DataTable } from '../../../parts/data-table';
import { Meter } from '../../../parts/meter';
import { number } from '../../../parts/numbers';
import { applyBands, discardBands, useBandsDraft } from '../../../store/use-bands';
import { BandsExamples } from './bands-examples';
import styles from './bands-pane.module.css';
import { applyInWords, previewInWords } from './bands-words';

interface Row {
  readonly stars: number;
  readonly before: number;
  readonly after: number;
}

export const signed = (change: number): string => (change === 0 ? '' : `${change > 0 ? '+' : '−'}${number(Math.abs(change))}`);

const columns: readonly Column<Row>[] = [
  { name: t('Measured'), cell: ({ stars }) => starsInWords(stars) },
  { name: t('Now'), number: true, cell: ({ before }) => number(before) },
  { name: t('Then'), number: true, cell: ({ after }) => number(after) },
  { name: t('Change'), number: true, cell: ({ before, after }) => <span className={styles.change}>{signed(after - before)}</span> },
];

interface BandsPaneProps {
  readonly preview: BandsPreview;
  readonly draft: RatingBands | null;
  readonly refile: boolean;
}

/** What moved limits would change, the way to do it and the way back. */
export function BandsPane({ preview, draft, refile }: BandsPaneProps) {
  const { applying, moving } = useBandsDraft();
  const { before, after } = preview;
  const rows = [5, 4, 3, 2, 1].map((stars): Row => ({ stars, before: before[stars - 1] ?? 0, after: after[stars - 1] ?? 0 }));
  return (
    <aside className={styles.pane} aria-label={t('What would change')} data-pane>
      <div className={styles.body}>
        <h2>{t('What would change')}</h2>
        {draft === null && moving === null && (
          <p className={styles.words}>
            {t('Nothing yet. Drag a limit, move it with the arrow keys, or write its number. Nothing changes before you press the button here.')}
          </p>
        )}
        {moving !== null && (
          <div className={styles.moving} role="status">
            <Meter label={t('Files that moved')} value={moving.done} total={moving.total} />
            {movingInWords(moving)}
          </div>
        )}
        {draft !== null && (
          <div role="status">
            <p className={styles.big}>{t('{changed, plural, one {# rating} other {# ratings}}', { changed: preview.changed })}</p>
            {previewInWords(preview, refile).map((sentence) => (
              <p key={sentence} className={styles.words}>
                {sentence}
              </p>
            ))}
          </div>
        )}
        <DataTable label={t('Ratings now and then')} columns={draft === null ? columns.slice(0, 2) : columns} rows={rows} keyOf={({ stars }) => String(stars)} none="" />
        {draft !== null && preview.examples.length > 0 && <BandsExamples examples={preview.examples} of={preview.changed} />}
      </div>
      {draft !== null && (
        <div className={styles.foot}>
          {applying === null ? (
            <>
              <Button kind="primary" shortcut="Ctrl ↵" onPress={() => void applyBands()}>
                {applyInWords(preview)}
              </Button>
              <Button shortcut="Esc" onPress={discardBands}>
                {t('Discard')}
              </Button>
            </>
          ) : (
            <div className={styles.moving} role="status">
              <Meter label={t('Ratings that changed')} value={applying.done} total={Math.max(1, applying.total)} />
              {t('{done, number} of {total, plural, one {# rating} other {# ratings}} changed', { done: applying.done, total: applying.total })}
            </div>
          )}
        </div>
      )}
    </aside>
  );
}

function movingInWords({ done, total, refused }: Readonly<Record<'done' | 'total' | 'refused', number>>): string {
  const moved = t(
    '{done, number} of {total, plural, one {# file} other {# files}} moved{refused, plural, =0 {} other {, # stayed; the timeline says why}}',
    { done, total, refused },
  );
  return done + refused >= total ? t('All is done: {moved}', { moved }) : moved;
}
