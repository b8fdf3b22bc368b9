import { t } from '@shared/language/language';
import { Activity, Gauge, HeartPulse, Inbox, LayoutGrid, type LucideIcon, Settings2, SquareKanban, Waypoints } from 'lucide-react';
import { cx } from '../../parts/cx';
import { Icon } from '../../parts/icon';
import nav from '../../parts/nav-item.module.css';
import { number } from '../../parts/numbers';
import { PaneEdge } from '../../parts/pane-edge';
import { usePaneSize } from '../../parts/pane-sizes';
import { useMedia } from '../../parts/use-media';
import { useLog } from '../../store/use-log';
import { useCare } from '../../store/use-care';
import { go, type Place, useView } from '../../store/use-view';
import { Projects } from './projects';
import { SavedSearches } from './saved-searches';
import styles from './sidebar.module.css';
import { WatchingCard } from './watching-card';

interface PlaceItem {
  readonly place: Place;
  readonly name: string;
  readonly icon: LucideIcon;
}

const places: readonly PlaceItem[] = [
  { place: 'inbox', name: t('Inbox'), icon: Inbox },
  { place: 'timeline', name: t('Timeline'), icon: Activity },
  { place: 'library', name: t('Library'), icon: LayoutGrid },
  { place: 'board', name: t('Projects'), icon: SquareKanban },
  { place: 'quality', name: t('Quality'), icon: Gauge },
  { place: 'system', name: t('System'), icon: Waypoints },
  { place: 'care', name: t('Care'), icon: HeartPulse },
  { place: 'settings', name: t('Settings'), icon: Settings2 },
];

const limits = { usual: 228, narrowest: 168, widest: 400 };

export function Sidebar() {
  const pane = usePaneSize('Sidebar', limits);
  const narrow = useMedia('(width < 900px)');
  const current = useView((state) => state.place);
  const inProject = useView((state) => state.library.filter.project !== undefined);
  const toDo = useLog(({ inbox_counts: { waiting, working, set_aside } }) => waiting + working + set_aside);
  const pictures = useLog((state) => state.asset_count);
  const findings = useCare((state) => state.overview?.report?.findings.length ?? 0);
  const counts: Partial<Record<Place, number>> = { inbox: toDo, library: pictures, care: findings };
  return (
    <aside aria-label={t('Sidebar')} className={styles.sidebar} data-pane data-folded={pane.size === 0} {...(!narrow && { style: { width: pane.size } })}>
      <nav aria-label={t('Places')}>
        <ul className={styles.group}>
          {places.map(({ place, name, icon }) => {
            const count = counts[place] ?? 0;
            return (
              <li key={place}>
                <button
                  type="button"
                  className={cx(nav.item, styles.item)}
                  title={name}
                  aria-current={current === place && !(place === 'library' && inProject) ? 'page' : undefined}
                  onClick={() => go(place)}
                >
                  <Icon of={icon} inherit />
                  <span className={cx(nav.name, styles.name)}>{name}</span>
                  {count > 0 && <span className={styles.count}>{number(count)}</span>}
                </button>
              </li>
            );
          })}
        </ul>
      </nav>
      <Projects />
      <SavedSearches />
      <WatchingCard />
      <PaneEdge label={t('Sidebar')} limits={limits} {...pane} towards="right" folds />
    </aside>
  );
}
