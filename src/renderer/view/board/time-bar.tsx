import { t } from '@shared/language/language';
import { History } from 'lucide-react';
import { useMemo } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { Button } from '../../parts/button';
import { cx } from '../../parts/cx';
import { Icon } from '../../parts/icon';
import { clockTime, shortDay } from '../../parts/times';
import { useBoard } from '../../store/board/use-board';
import { setBoard, useView } from '../../store/use-view';
import styles from './time-bar.module.css';

const mostDots = 400;

/** The board as it was at any moment at which something of it changed. */
export function TimeBar() {
  const moments = useBoard((state) => state.moments);
  const at = useView((state) => state.board.at);
  const last = moments.length;
  const index = useMemo(() => (at === null ? last : moments.findLastIndex(({ sequence }) => sequence <= at)), [moments, at, last]);
  const moment = at === null ? undefined : moments[index];
  if (last === 0) return null;
  const stand = (to: number) => setBoard({ at: to >= last ? null : (moments[to]?.sequence ?? null) });
  const every = Math.ceil(last / mostDots);
  const when = moment === undefined ? t('Now') : `${shortDay(moment.at)}, ${clockTime(moment.at)}`;
  return (
    <div className={styles.bar} data-time-bar data-pane data-past={at !== null}>
      <Icon of={History} inherit={at !== null} />
      <span>{t('Board as it was')}</span>
      <Slider className={cx(styles.slider)} aria-label={t('Moment of the board')} minValue={0} maxValue={last} value={index === -1 ? 0 : index} onChange={stand}>
        <SliderTrack className={cx(styles.track)}>
          <svg className={styles.dots} viewBox={`0 0 ${last} 1`} preserveAspectRatio="none" aria-hidden>
            {moments.map(({ sequence, decision }, place) => {
              if (!decision && place % every !== 0) return null;
              const half = decision ? 0.5 : 0.15;
              return <line key={sequence} x1={place} x2={place} y1={0.5 - half} y2={0.5 + half} data-decision={decision} />;
            })}
          </svg>
          <SliderThumb className={cx(styles.thumb)} aria-valuetext={when} />
        </SliderTrack>
      </Slider>
      <b className={styles.when}>{when}</b>
      {at === null ? (
        <span className={styles.span}>{t('since {day}', { day: shortDay(moments[0]?.at ?? '') })}</span>
      ) : (
        <Button kind="primary" shortcut="Esc" onPress={() => setBoard({ at: null })}>
          {t('Back to now')}
        </Button>
      )}
    </div>
  );
}
