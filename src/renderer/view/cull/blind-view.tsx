import { t } from '@shared/language/language';
import { EyeOff, ListOrdered } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../parts/button';
import { EmptyState } from '../../parts/empty-state';
import { Meter } from '../../parts/meter';
import { Notice } from '../../parts/notice';
import { Spoken } from '../../parts/spoken';
import { endCulling, useCull } from '../../store/use-cull';
import { decideOne } from '../../store/use-cull-modes';
import { shownFilter } from '../../store/use-cull-open';
import { beginBlind, prefer, usePreference } from '../../store/use-preference';
import { showKeys } from '../../store/use-view';
import styles from './blind-view.module.css';
import { CullBar } from './cull-bar';
import type { CullAction } from './cull-keys';
import { screens, thumbnails } from './decoded-pictures';
import { KeyLegend } from './key-legend';
import { PictureStage, type Room } from './picture-stage';
import { Ranking } from './ranking';
import { useCullKeys } from './use-cull-keys';
import { zoomByKey } from './zoom-by-key';
import { wholePicture } from './zoom-view';

/** What there is to do in this part of the layer. */
const here = ['zoom', 'larger', 'smaller', 'blind', 'ranking', 'leave'] as const;
const legend = [
  ['←', t('left is better')], ['→', t('right is better')], ['↓', t('neither')], ['deciding.zoom', '100 %'],
  ['deciding.ranking', t('ranking')], ['Esc', t('end')],
] as const;
const rankingLegend = [['deciding.ranking', t('go on choosing')], ['Esc', t('leave')]] as const;

/** Two pictures and nothing that tells of them: which is better? */
export function BlindView() {
  const { pair, ranking, done, enough, ready, problem, said } = usePreference();
  const [ranked, setRanked] = useState(false);
  const [view, setView] = useState(wholePicture);
  const room = useRef<Room | null>(null);
  useEffect(() => beginBlind(shownFilter()), []);
  useEffect(() => {
    thumbnails.want(pair ?? []);
    screens.want(pair ?? []);
  }, [pair]);
  const choose = (choice: 'left' | 'right' | 'draw') => {
    setView(wholePicture);
    void prefer(choice);
  };
  const leave = () => {
    if (!ranked && done > 0) setRanked(true);
    else if (useCull.getState().opened_as === 'blind') void endCulling();
    else decideOne();
  };
  const act = (action: CullAction): boolean => {
    switch (action.do) {
      case 'leave':
        leave();
        return true;
      case 'ranking':
        setRanked(!ranked);
        return true;
      case 'keys':
        showKeys(true);
        return true;
      case 'back':
      case 'next':
      case 'draw':
        if (!ranked) choose(action.do === 'back' ? 'left' : action.do === 'next' ? 'right' : 'draw');
        return !ranked;
      case 'blind':
        decideOne();
        return true;
      default:
        return false;
    }
  };
  useCullKeys((action) => {
    const zoomed = ranked ? null : zoomByKey(action, view, room.current);
    if (zoomed !== null) setView(zoomed);
    return zoomed !== null || act(action);
  }, here);
  const over = ready && pair === null && problem === null;
  const showsRanking = ranked || (over && ranking.length > 0);
  return (
    <>
      <CullBar title={t('Blind')}>
        <div className={styles.progress}>
          <span>
            {t('{done, number} of about {enough, number}', { done, enough })}
          </span>
          <Meter label={t('Choices made')} value={Math.min(done, enough)} total={Math.max(1, enough)} />
        </div>
        <Button icon={ListOrdered} command="deciding.ranking" pressed={showsRanking} onPress={() => setRanked(!ranked)}>
          {t('Ranking')}
        </Button>
      </CullBar>
      {problem !== null && <Notice>{problem}</Notice>}
      {showsRanking && <Ranking ranking={ranking} />}
      {!showsRanking && over && (
        <EmptyState icon={EyeOff} title={t('Two pictures are needed')} actions={<Button onPress={leave}>{t('Go back')}</Button>}>
          {t('Fewer than two pictures are shown in the library. Take a filter off and come back.')}
        </EmptyState>
      )}
      {!showsRanking && pair !== null && (
        <div className={styles.pair}>
          {pair.map((hash, index) => (
            <section key={hash} className={styles.side} aria-label={index === 0 ? t('Left picture') : t('Right picture')}>
              <PictureStage
                shown={{ content_hash: hash, name: index === 0 ? t('Left picture') : t('Right picture'), size: null, media_type: 'image', missing: null }}
                view={view}
                onView={setView}
                onRoom={index === 0 ? (next) => { room.current = next; } : undefined}
                together
                label={index === 0 ? t('Left') : t('Right')}
              />
              <Button shortcut={index === 0 ? '←' : '→'} onPress={() => choose(index === 0 ? 'left' : 'right')}>
                {index === 0 ? t('Left is better') : t('Right is better')}
              </Button>
            </section>
          ))}
          <div className={styles.neither}>
            <Button shortcut="↓" onPress={() => choose('draw')}>
              {t('Neither')}
            </Button>
          </div>
        </div>
      )}
      <Spoken status>{said}</Spoken>
      <KeyLegend keys={showsRanking ? rankingLegend : legend} />
    </>
  );
}
