import { t } from '@shared/language/language';
import { memo, useEffect, useRef } from 'react';
import { starsNamed } from '../../parts/stars';
import { Thumb } from '../../parts/thumb';
import type { Given } from '../../store/rate';
import { goTo, ownStarsOf, useCull } from '../../store/use-cull';
import { useCard } from '../../store/use-library-cards';
import { setCull, useView } from '../../store/use-view';
import styles from './filmstrip.module.css';
import { useBox } from './use-box';

const cell = 80;

interface FilmstripProps {
  readonly ids: Uint32Array;
  /** The place in the middle. */
  readonly at: number;
  /** Letters of those that are shown side by side, by id. */
  readonly letters?: ReadonlyMap<number, string>;
}

/** The pictures before and behind, the current one in the middle. */
export function Filmstrip({ ids, at, letters }: FilmstripProps) {
  const strip = useRef<HTMLDivElement>(null);
  const box = useBox(strip);
  const half = Math.floor(((box?.width ?? 0) / cell - 1) / 2);
  useEffect(() => {
    const here = strip.current;
    // The keyboard stays on the current picture while it is in the strip.
    if (here?.contains(document.activeElement) === true) here.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [at]);
  const places = Array.from({ length: half * 2 + 1 }, (_, index) => at - half + index);
  return (
    <div ref={strip} className={styles.strip} role="group" aria-label={t('Filmstrip')} data-filmstrip>
      {box !== null && places.map((place) => {
        const id = ids[place];
        return id === undefined ? <span key={`none ${place}`} className={styles.none} /> : (
          <Frame key={id} id={id} place={place} current={place === at} letter={letters?.get(id) ?? null} />
        );
      })}
    </div>
  );
}

interface FrameProps {
  readonly id: number;
  readonly place: number;
  readonly current: boolean;
  readonly letter: string | null;
}

const Frame = memo(function Frame({ id, place, current, letter }: FrameProps) {
  const card = useCard(id);
  const given = useCull((state) => state.given.get(id));
  const own: Given = card === null ? (given ?? 0) : ownStarsOf(card, given === undefined ? none : new Map([[id, given]]));
  const rating = own === 0 ? (card?.stars == null || card.own ? t('not rated') : starsNamed(card.stars, 'measured')) : starsNamed(own, 'you');
  return (
    <button
      type="button"
      className={styles.frame}
      tabIndex={current ? 0 : -1}
      aria-current={current}
      aria-label={card === null ? t('Loading') : `${card.file_name}, ${rating}`}
      data-out={own === 1}
      data-shown={letter !== null}
      onClick={() => show(place)}
    >
      <Thumb hash={card?.content_hash ?? null} softly={card?.thumb_hash} video={card?.media_type === 'video'} eager className={styles.picture} />
      <span className={styles.words} aria-hidden>
        {letter ?? (own === 0 ? '' : own === 1 ? t('out') : '★'.repeat(own))}
      </span>
    </button>
  );
});

const none: ReadonlyMap<number, Given> = new Map();

/** One picture at a time goes there; side by side it takes the place of the focused one. */
function show(place: number): void {
  const { cull } = useView.getState();
  const id = cull?.ids[place];
  if (cull === null || id === undefined) return;
  if (cull.mode === 'one') goTo(place);
  else if (!cull.side_by_side.includes(id)) {
    const { focus } = useCull.getState();
    setCull({ ...cull, side_by_side: cull.side_by_side.map((one, side) => (side === focus ? id : one)) });
  }
}
