import { t } from '@shared/language/language';
import { Film, Link, RefreshCw } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../../parts/button';
import { Notice } from '../../parts/notice';
import { endCulling, rate, setCulling, takeBack, tellOf, useCull } from '../../store/use-cull';
import { decideBlind, decideOne, focusSide, keepFocused, letterOf, swapSide } from '../../store/use-cull-modes';
import { cardNow } from '../../store/use-library-cards';
import { preferOver } from '../../store/use-preference';
import { showKeys, useView } from '../../store/use-view';
import { starsInWords } from '@shared/story/words';
import { CompareSide } from './compare-side';
import styles from './compare-view.module.css';
import { CullBar } from './cull-bar';
import type { CullAction } from './cull-keys';
import { toFilm, toggle } from './decide-one';
import { Filmstrip } from './filmstrip';
import { KeyLegend } from './key-legend';
import type { Room } from './picture-stage';
import { useAhead } from './use-ahead';
import { useCullKeys } from './use-cull-keys';
import { useSides } from './use-sides';
import { zoomByKey } from './zoom-by-key';
import { wholePicture } from './zoom-view';

/** What there is to do in this part of the layer. */
const here = ['rate', 'next', 'back', 'take-back', 'zoom', 'larger', 'smaller', 'film', 'keep', 'swap', 'compare', 'blind', 'leave'] as const;
const legend = [
  ['← →', t('side')], ['1 – 5', t('rate it')], ['deciding.keep', t('keep it, bring the next')], ['deciding.swap', t('swap it')],
  ['deciding.zoom', '100 %'], ['Shift ← ↑', t('push')], ['deciding.take-back', t('take back')], ['Esc', t('one picture')],
] as const;
const noIds = new Uint32Array(0);

/** Two to four pictures side by side, all at the same place and zoom. */
export function CompareView() {
  const cull = useView((state) => state.cull);
  const ids = cull?.ids ?? noIds;
  const shown = cull?.side_by_side ?? [];
  const { focus, film, problem } = useCull();
  const [view, setView] = useState(wholePicture);
  const room = useRef<Room | null>(null);
  const sides = useSides(shown);
  const last = Math.max(...shown.map((id) => ids.indexOf(id)), 0);
  useAhead(ids, last, shown);
  useCullKeys((action) => {
    const zoomed = zoomByKey(action, view, room.current);
    if (zoomed !== null) setView(zoomed);
    return zoomed !== null || act(action);
  }, here);
  return (
    <>
      <CullBar title={t('Comparing')}>
        <Button icon={Link} command="deciding.zoom" pressed={view.zoom > 1} onPress={() => setView(zoomByKey({ do: 'zoom' }, view, room.current) ?? view)}>
          {view.zoom > 1 ? t('Zoomed together') : t('100 %, together')}
        </Button>
        <Button kind="quiet" icon={RefreshCw} label={t('Swap in the next picture')} command="deciding.swap" onPress={() => swapSide(focus)} />
        <Button kind="quiet" icon={Film} label={t('Filmstrip')} command="deciding.film" pressed={film} onPress={() => toggle('film')} />
      </CullBar>
      {problem !== null && <Notice>{problem}</Notice>}
      <div className={styles.sides} data-count={shown.length}>
        {sides.map((side, index) => (
          <CompareSide
            key={side.id}
            side={side}
            letter={letterOf(index)}
            focused={index === focus}
            view={view}
            onView={setView}
            onRoom={index === focus ? (next) => { room.current = next; } : undefined}
            onFocus={() => focusSide(index)}
            onRate={(stars) => { focusSide(index); rateSide(stars); }}
            onKeep={() => { focusSide(index); keep(); }}
          />
        ))}
      </div>
      {film && <Filmstrip ids={ids} at={last} letters={new Map(shown.map((id, index) => [id, letterOf(index)]))} />}
      <KeyLegend keys={legend} />
    </>
  );
}

function rateSide(stars: 0 | 1 | 2 | 3 | 4 | 5): void {
  const { cull } = useView.getState();
  const id = cull?.side_by_side[useCull.getState().focus];
  if (cull === null || id === undefined) return;
  rate(id, cull.ids.indexOf(id), stars);
  const picture = tellOf(id);
  setCulling({
    said: stars === 0
      ? t('Your rating is cleared: {picture}', { picture })
      : t('Rated {stars}: {picture}', { stars: starsInWords(stars), picture }),
  });
}

/** Who is kept beside others is preferred to them: that is known from then on. */
function keep(): void {
  const met = keepFocused();
  const winner = met === null ? null : cardNow(met.kept);
  if (met === null || winner === null) return;
  const losers = met.others.map(cardNow).filter((card) => card !== null);
  void preferOver(winner.content_hash, losers.map(({ content_hash }) => content_hash)).then((problem) => {
    if (problem !== null) setCulling({ problem: t('That {name} was kept was not recorded: {problem}', { name: winner.file_name, problem }) });
  });
}

function act(action: CullAction): boolean {
  const { focus, opened_as } = useCull.getState();
  switch (action.do) {
    case 'next':
      focusSide(focus + 1);
      return true;
    case 'back':
      focusSide(focus - 1);
      return true;
    case 'rate':
      rateSide(action.stars);
      return true;
    case 'take-back':
      takeBack();
      return true;
    case 'keep':
      keep();
      return true;
    case 'swap':
      swapSide(focus);
      return true;
    case 'film':
      toggle('film');
      return true;
    case 'to-film':
      return toFilm();
    case 'blind':
      decideBlind();
      return true;
    case 'compare':
      decideOne();
      return true;
    case 'keys':
      showKeys(true);
      return true;
    case 'leave':
      if (opened_as === 'compare') void endCulling();
      else decideOne();
      return true;
    default:
      return false;
  }
}
