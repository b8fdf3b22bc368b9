import { ImageMinus, LayoutGrid } from 'lucide-react';
import { Button } from '../../parts/button';
import { EmptyState } from '../../parts/empty-state';
import { number } from '../../parts/numbers';
import { ViewHead } from '../../parts/view-head';
import { chooseFiles } from '../../store/actions';
import { useLog } from '../../store/use-log';
import { setLibrary, useView } from '../../store/use-view';
import { Facets } from './facets';
import { FilterTokens } from './filter-tokens';
import { Inspector } from './inspector';
import styles from './library-view.module.css';
import { PictureGrid } from './picture-grid';
import { QuickLook } from './quick-look';
import { useLibrary } from './use-library';
import { ZoomSlider } from './zoom-slider';

/** Every filed picture, newest first. */
export function LibraryView() {
  const library = useLibrary();
  const { open, quick_look } = useView((state) => state.library);
  const count = useLog((state) => state.asset_count);
  const more = useLog((state) => state.assets_before !== null);
  const ready = useLog((state) => state.ready);
  const asset = useLog((state) => (open === null ? undefined : state.assets.get(open)));
  const { length } = library.assets;
  const filtered = length !== library.loaded;
  const about = `${filtered || more ? `${number(length)} of ` : ''}${number(count)} ${count === 1 ? 'picture' : 'pictures'}`;

  if (ready && count === 0 && library.loaded === 0) {
    return (
      <>
        <ViewHead title="Library" about="" />
        <NoPictures />
      </>
    );
  }
  return (
    <>
      <ViewHead title="Library" about={about}>
        <ZoomSlider />
      </ViewHead>
      <FilterTokens />
      <div className={styles.split}>
        <Facets library={library} />
        <div className={styles.pane} data-pane>
          {length === 0 && !more && ready ? <NothingMatches /> : <PictureGrid library={library} />}
        </div>
        {asset !== undefined && <Inspector key={asset.content_hash} asset={asset} />}
      </div>
      {asset !== undefined && quick_look && <QuickLook asset={asset} order={library.assets} />}
    </>
  );
}

function NoPictures() {
  return (
    <EmptyState
      icon={LayoutGrid}
      title="No pictures yet"
      actions={
        <Button kind="primary" shortcut="Ctrl O" onPress={() => void chooseFiles()}>
          Add files
        </Button>
      }
    >
      Drop pictures or a folder anywhere in this window. Once they are filed, they lie here with their stars and their story.
    </EmptyState>
  );
}

function NothingMatches() {
  return (
    <EmptyState
      icon={ImageMinus}
      title="No pictures match"
      actions={<Button onPress={() => setLibrary({ text: '', project: null, stars: [], tools: [] })}>Clear all filters</Button>}
    >
      No picture in the library passes all of these filters.
    </EmptyState>
  );
}
