import { t } from '@shared/language/language';
import type { LibraryFacets } from '@shared/library/library-filter';
import { X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { Button } from '../../parts/button';
import { PaneEdge } from '../../parts/pane-edge';
import { usePaneSize } from '../../parts/pane-sizes';
import { useEscape } from '../../parts/use-escape';
import { useMedia } from '../../parts/use-media';
import { setLibrary, useView } from '../../store/use-view';
import { Facet } from './facet';
import { facetTitles } from './facet-words';
import styles from './facets.module.css';
import { DayRange, SizeRange } from './ranges';

/** In a window narrower than this they lie over the pictures, and only on request. */
export const narrow = '(width < 1180px)';

/** How wide they are where they stand beside the pictures. */
export const facetLimits = { usual: 208, narrowest: 168, widest: 400 };

const close = () => setLibrary({ filters_shown: false });

/** How the whole library divides; each choice narrows. */
export function Facets({ facets: { facets, sizes } }: { readonly facets: LibraryFacets }) {
  const filter = useView((state) => state.library.filter);
  const asked = useView((state) => state.library.filters_shown);
  const over = useMedia(narrow);
  const size = usePaneSize('Filters', facetLimits);
  const folded = !over && size.size === 0;
  const unfold = useEffectEvent(() => {
    if (folded) size.resize(null);
  });
  const pane = useRef<HTMLElement>(null);
  useEscape(over && asked, close);
  // Who asks for the filters by key goes on by key.
  useEffect(() => {
    if (!asked) return;
    unfold();
    pane.current?.querySelector('input')?.focus();
    if (!over) close();
  }, [asked, over]);
  if (over && !asked) return null;
  return (
    <aside
      ref={pane}
      className={styles.facets}
      aria-label={t('Narrow the library')}
      data-pane
      data-over={over}
      data-folded={folded}
      {...(!over && { style: { width: size.size } })}
    >
      <div className={styles.body} hidden={folded}>
        {over && (
          <div className={styles.close}>
            <Button kind="quiet" icon={X} label={t('Hide the filters')} shortcut="Esc" onPress={close} />
          </div>
        )}
        {facetTitles.map(([name]) => (
          <Facet key={name} name={name} values={facets[name]} chosen={filter[name] ?? []} />
        ))}
        <SizeRange filter={filter} sizes={sizes} />
        <DayRange filter={filter} />
      </div>
      {!over && <PaneEdge label={t('Filters')} limits={facetLimits} {...size} towards="right" folds />}
    </aside>
  );
}
