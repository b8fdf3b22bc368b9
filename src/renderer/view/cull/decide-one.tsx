import { t } from '@shared/language/language';
import { ArrowRightToLine, Film, Info, ListFilter } from 'lucide-react';
import { memo, useRef, useState } from 'react';
import { Button } from '../../parts/button';
import { Notice } from '../../parts/notice';
import { decide, endCulling, goOn, goTo, setCulling, takeBack, useCull } from '../../store/use-cull';
import { compareHere, decideBlind } from '../../store/use-cull-modes';
import { showKeys, useView } from '../../store/use-view';
import { CullBar } from './cull-bar';
import type { CullAction } from './cull-keys';
import styles from './decide-one.module.css';
import { DecisionRow } from './decision-row';
import { FactsPane } from './facts-pane';
import { Filmstrip } from './filmstrip';
import { KeyLegend } from './key-legend';
import { PictureStage, type Room } from './picture-stage';
import { shownOf } from './shown-of';
import { useAhead } from './use-ahead';
import { useCullKeys } from './use-cull-keys';
import { useShownCard, useShownRating } from './use-shown-rating';
import { zoomByKey } from './zoom-by-key';
import { wholePicture } from './zoom-view';

/** What there is to do in this part of the layer. */
const here = ['rate', 'next', 'back', 'take-back', 'zoom', 'larger', 'smaller', 'facts', 'film', 'undecided', 'advance', 'compare', 'blind', 'leave'] as const;
const legend = [
  ['1 – 5', t('rate and go on')], ['deciding.rate-1', t('reject')], ['deciding.clear-rating', t('clear')], ['deciding.next', t('next')],
  ['←', t('back')], ['deciding.take-back', t('take back')], ['deciding.zoom', '100 %'], ['deciding.compare', t('compare')],
  ['deciding.blind', t('blind')], ['Esc', t('leave')],
] as const;
const noIds = new Uint32Array(0);

/** One picture after another: a key is a decision, and the next one is there. */
export function DecideOne() {
  const facts = useCull((state) => state.facts);
  const film = useCull((state) => state.film);
  return (
    <>
      <CullBar title={t('Deciding')}>
        <Switches />
      </CullBar>
      <Problem />
      <div className={styles.work}>
        <Stage />
        {facts && <ShownFacts />}
      </div>
      <DecisionRow />
      {film && <ShownFilm />}
      <KeyLegend keys={legend} />
    </>
  );
}

const Switches = memo(function Switches() {
  const facts = useCull((state) => state.facts);
  const film = useCull((state) => state.film);
  const auto_advance = useCull((state) => state.auto_advance);
  const undecided_only = useCull((state) => state.undecided_only);
  return (
    <>
      <Button icon={ListFilter} command="deciding.undecided" pressed={undecided_only} onPress={() => toggle('undecided_only')}>
        {t('Undecided only')}
      </Button>
      <Button kind="quiet" icon={ArrowRightToLine} label={t('Go on by itself')} command="deciding.advance" pressed={auto_advance} onPress={() => toggle('auto_advance')} />
      <Button kind="quiet" icon={Info} label={t('Facts')} command="deciding.facts" pressed={facts} onPress={() => toggle('facts')} />
      <Button kind="quiet" icon={Film} label={t('Filmstrip')} command="deciding.film" pressed={film} onPress={() => toggle('film')} />
    </>
  );
});

function Problem() {
  const problem = useCull((state) => state.problem);
  return problem === null ? null : <Notice>{problem}</Notice>;
}

/** The picture itself, with the keys. */
function Stage() {
  const ids = useView(({ cull }) => cull?.ids ?? noIds);
  const at = useView(({ cull }) => cull?.at ?? 0);
  const card = useShownCard();
  const { own } = useShownRating();
  const [view, setView] = useState(wholePicture);
  const room = useRef<Room | null>(null);
  useAhead(ids, at);
  useCullKeys((action) => {
    const zoomed = zoomByKey(action, view, room.current);
    if (zoomed !== null) setView(zoomed);
    return zoomed !== null || act(action);
  }, here);
  return (
    <PictureStage shown={shownOf(card)} view={view} onView={setView} onRoom={(next) => { room.current = next; }}>
      {own !== 0 && <span className={styles.mark} aria-hidden>{own === 1 ? t('out') : '★'.repeat(own)}</span>}
    </PictureStage>
  );
}

const ShownFacts = () => <FactsPane card={useShownCard()} />;

function ShownFilm() {
  const ids = useView(({ cull }) => cull?.ids ?? noIds);
  return <Filmstrip ids={ids} at={useView(({ cull }) => cull?.at ?? 0)} />;
}

type Switch = 'facts' | 'film' | 'auto_advance' | 'undecided_only';

const said: Readonly<Record<Switch, readonly [on: string, off: string]>> = {
  facts: [t('Facts are shown.'), t('Facts are hidden.')],
  film: [t('The filmstrip is shown.'), t('The filmstrip is hidden.')],
  auto_advance: [t('A decision goes on to the next picture.'), t('A decision stays at its picture.')],
  undecided_only: [t('Only undecided pictures.'), t('All pictures.')],
};

export function toggle(what: Switch): void {
  const on = !useCull.getState()[what];
  setCulling({ [what]: on, said: said[what][on ? 0 : 1] });
}

/** Shows the strip, and puts the keyboard into it when it is on nothing else. */
export function toFilm(): boolean {
  if (document.activeElement?.getAttribute('role') !== 'dialog') return false;
  setCulling({ film: true });
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-filmstrip] [tabindex="0"]')?.focus({ focusVisible: true } as FocusOptions));
  return true;
}

function act(action: CullAction): boolean {
  switch (action.do) {
    case 'rate':
      decide(action.stars);
      return true;
    case 'next':
      goOn(1);
      return true;
    case 'back':
      goOn(-1);
      return true;
    case 'first':
      goTo(0);
      return true;
    case 'last':
      goTo((useView.getState().cull?.ids.length ?? 0) - 1);
      return true;
    case 'take-back':
      takeBack();
      return true;
    case 'facts':
    case 'film':
      toggle(action.do);
      return true;
    case 'to-film':
      return toFilm();
    case 'advance':
      toggle('auto_advance');
      return true;
    case 'undecided':
      toggle('undecided_only');
      return true;
    case 'compare':
      compareHere(2);
      return true;
    case 'blind':
      decideBlind();
      return true;
    case 'keys':
      showKeys(true);
      return true;
    case 'leave':
      void endCulling();
      return true;
    default:
      return false;
  }
}
