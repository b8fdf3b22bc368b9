import { t } from '@shared/language/language';
import { Gavel, LayoutGrid, Plus, SearchX, SlidersHorizontal } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { Button } from '../../parts/button';
import { EmptyState } from '../../parts/empty-state';
import { NewPill } from '../../parts/new-pill';
import { Notice } from '../../parts/notice';
import { usePaneSize } from '../../parts/pane-sizes';
import { Segmented } from '../../parts/segmented';
import { Spoken } from '../../parts/spoken';
import { useMedia } from '../../parts/use-media';
import { ViewHead } from '../../parts/view-head';
import { chooseFiles, loadAsset } from '../../store/actions';
import { openCull } from '../../store/use-cull-open';
import { useLibrary } from '../../store/use-library';
import { followChosen, useChosen } from '../../store/use-library-chosen';
import { useLog } from '../../store/use-log';
import { everything, setLibrary, useView } from '../../store/use-view';
import { ChosenBar } from './chosen-bar';
import { ChosenPane } from './chosen-pane';
import { facetLimits, Facets, narrow } from './facets';
import { FilterTokens } from './filter-tokens';
import { Inspector } from './inspector';
import styles from './library-view.module.css';
import { PictureGrid } from './picture-grid';
import { PictureList } from './picture-list';
import { QuickLook } from './quick-look';
import { SortMenu } from './sort-menu';
import { useLibraryKeys } from './use-library-keys';
import { useLibraryQuestion } from './use-library-question';
import { ZoomSlider } from './zoom-slider';

const views = [
  ['grid', t('Grid')],
  ['list', t('List')],
] as const;

/** Every filed picture: found, divided and sorted. */
export function LibraryView() {
  const question = useLibraryQuestion();
  const { answer, waiting, problem, question: answered } = useLibrary();
  const { open, quick_look, view } = useView((state) => state.library);
  const asset = useLog((state) => (open === null ? undefined : state.assets.get(open)));
  const chosen = useChosen((state) => state.chosen);
  useEffect(followChosen, []);
  const [orders, setOrders] = useState(false);
  const [toTop, setToTop] = useState(0);
  useLibraryKeys(useCallback(() => setOrders(true), []));
  useEffect(() => {
    if (open !== null && asset === undefined) void loadAsset(open);
  }, [open, asset]);
  const known = useLog((state) => state.asset_count);

  if (answer === null || (answer.total === 0 && known === 0)) {
    return (
      <>
        <ViewHead title={t('Library')} about="" />
        {problem !== null && <Notice>{problem}</Notice>}
        {answer !== null && <NoPictures />}
      </>
    );
  }
  const { length } = answer.ids;
  const { total } = answer;
  const about = length === total
    ? t('{total, plural, one {# picture} other {# pictures}}', { total })
    : t('{shown, number} of {total, plural, one {# picture} other {# pictures}}', { shown: length, total });
  const many = open !== null && chosen.count > 1;
  // Another question is another list, from its top.
  const Pictures = view === 'grid' ? PictureGrid : PictureList;
  return (
    <>
      <ViewHead title={t('Library')} about={about}>
        <NarrowFilters />
        {view === 'grid' && <ZoomSlider />}
        <Segmented label={t('Show as')} options={views} value={view} onChange={(next) => setLibrary({ view: next })} />
        <SortMenu open={orders} onOpenChange={setOrders} />
        <Button icon={Gavel} command="app.decide" onPress={() => void openCull()}>
          {t('Decide')}
        </Button>
      </ViewHead>
      <FilterTokens />
      {problem !== null && <Notice>{problem}</Notice>}
      <Spoken status>{answered === question ? about : ''}</Spoken>
      <div className={styles.split}>
        <Facets facets={answer.facets} />
        <div className={styles.pane} data-pane>
          {waiting > 0 && <NewPill text={t('{waiting, number} new', { waiting })} onPress={() => setToTop((times) => times + 1)} />}
          {length === 0 ? <NothingMatches /> : <Pictures key={keyOf(answered)} answer={answer} toTop={toTop} />}
          <ChosenBar />
        </div>
        {many && <ChosenPane chosen={chosen} />}
        {!many && asset !== undefined && <Inspector key={asset.content_hash} asset={asset} />}
      </div>
      {asset !== undefined && quick_look && <QuickLook asset={asset} />}
    </>
  );
}

const keyOf = (question: object | null) => JSON.stringify(question);

function NarrowFilters() {
  const over = useMedia(narrow);
  const { size } = usePaneSize('Filters', facetLimits);
  const shown = useView((state) => state.library.filters_shown);
  if (!over && size > 0) return null;
  return (
    <Button icon={SlidersHorizontal} label={t('Filters')} command="app.filter" pressed={shown} onPress={() => setLibrary({ filters_shown: !shown })} />
  );
}

function NoPictures() {
  return (
    <EmptyState
      icon={LayoutGrid}
      title={t('No pictures yet')}
      actions={
        <Button kind="primary" icon={Plus} command="app.add-files" onPress={() => void chooseFiles()}>
          {t('Add files')}
        </Button>
      }
    >
      {t('Drop pictures or a folder anywhere in this window. Once they are filed, they lie here with their stars and their story.')}
    </EmptyState>
  );
}

function NothingMatches() {
  return (
    <EmptyState
      icon={SearchX}
      title={t('No pictures match')}
      actions={<Button onPress={() => setLibrary(everything)}>{t('Clear all filters')}</Button>}
    >
      {t('No picture in the library passes all of these filters.')}
    </EmptyState>
  );
}
