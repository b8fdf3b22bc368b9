import { t } from '@shared/language/language';
import { Menu } from 'lucide-react';
import { useRef } from 'react';
import { BrandMark } from '../../parts/brand-mark';
import { Button } from '../../parts/button';
import { ask } from '../../store/ask';
import { useCommands } from '../../store/commands';
import { useStatus } from '../../store/use-status';
import styles from './title-bar.module.css';
import { TitleSearch } from './title-search';

/** The top edge: it moves the window, and holds the filter of the place that is open. */
export function TitleBar({ plain = false }: { readonly plain?: boolean }) {
  return (
    <header className={styles.bar}>
      <span className={styles.brand}>
        {!plain && <MenuButton />}
        <BrandMark />
        {t('Alice')}
      </span>
      {!plain && <TitleSearch />}
    </header>
  );
}

/** Shows the native menu, where the system has no bar for it: the frame is the window's own. */
function MenuButton() {
  const place = useRef<HTMLSpanElement>(null);
  const platform = useStatus((state) => state.status?.platform);
  const show = () => {
    const box = place.current?.getBoundingClientRect();
    if (box !== undefined) void ask('menu/show', { x: Math.round(box.left), y: Math.round(box.bottom) });
  };
  useCommands({ 'app.menu': show }, { when: platform !== 'darwin' });
  if (platform === 'darwin') return null;
  return (
    <span className={styles.menu} ref={place}>
      <Button kind="quiet" icon={Menu} label={t('Menu')} command="app.menu" onPress={show} />
    </span>
  );
}
