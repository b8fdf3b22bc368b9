import type { AssetRecord } from '@shared/library/asset-record';
import type { Stars } from '@shared/library/rating';
import { useDeferredValue, useMemo, useState } from 'react';
import { useHeld } from '../../parts/use-held';
import { useSettled } from '../../parts/use-settled';
import { useLog } from '../../store/use-log';
import { useView, type ViewState } from '../../store/use-view';
import { textOf } from './generation';

type Filters = ViewState['library'];
type Facet = 'stars' | 'tools' | 'project';

export interface Library {
  /** What is shown, newest first. */
  readonly assets: readonly AssetRecord[];
  /** How many there would be for each choice of a facet, with the other filters on. */
  readonly stars: ReadonlyMap<Stars | 0, number>;
  readonly tools: ReadonlyMap<string, number>;
  readonly projects: ReadonlyMap<string, number>;
  /** Filed pictures that are loaded. */
  readonly loaded: number;
  /** Matching pictures that wait while the list is scrolled. */
  readonly waiting: number;
  readonly setAtTop: (atTop: boolean) => void;
}

const typingMs = 150;

/** The library's pictures after filters, with the counts beside the facets. */
export function useLibrary(): Library {
  const filters = useView((state) => state.library);
  const known = useDeferredValue(useLog((state) => state.assets));
  const sequence = useLog((state) => state.sequence);
  const text = useSettled(filters.text, typingMs).toLowerCase();
  const [atTop, setAtTop] = useState(true);
  const heldAt = useHeld(!atTop, sequence);

  const filed = useMemo(
    () => [...known.values()].filter((asset) => asset.filed_sequence !== null).sort((a, b) => place(b) - place(a)),
    [known],
  );
  return useMemo(() => {
    const passing = filed.filter((asset) => text === '' || mentionsText(asset, text));
    const matching = passing.filter((asset) => passes(asset, filters));
    const assets = heldAt === null ? matching : matching.filter((asset) => place(asset) <= heldAt);
    return {
      assets,
      stars: countBy(passing, filters, 'stars', (asset) => asset.stars ?? 0),
      tools: countBy(passing, filters, 'tools', (asset) => asset.source),
      projects: countBy(passing, filters, 'project', (asset) => asset.project),
      loaded: filed.length,
      waiting: matching.length - assets.length,
      setAtTop,
    };
  }, [filed, text, filters, heldAt]);
}

const place = (asset: AssetRecord) => asset.filed_sequence ?? 0;

function mentionsText(asset: AssetRecord, text: string): boolean {
  const words = [asset.file_name, asset.project, asset.source, textOf(asset, 'model'), textOf(asset, 'prompt'), textOf(asset, 'seed')];
  return words.some((word) => word?.toLowerCase().includes(text) ?? false);
}

function passes(asset: AssetRecord, { stars, tools, project }: Filters, except?: Facet): boolean {
  return (
    (except === 'stars' || stars.length === 0 || stars.includes(asset.stars ?? 0)) &&
    (except === 'tools' || tools.length === 0 || tools.includes(asset.source)) &&
    (except === 'project' || project === null || asset.project === project)
  );
}

function countBy<K>(
  assets: readonly AssetRecord[],
  filters: Filters,
  facet: Facet,
  keyOf: (asset: AssetRecord) => K,
): ReadonlyMap<K, number> {
  const counts = new Map<K, number>();
  for (const asset of assets) {
    if (passes(asset, filters, facet)) counts.set(keyOf(asset), (counts.get(keyOf(asset)) ?? 0) + 1);
  }
  return counts;
}
