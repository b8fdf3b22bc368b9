import { t } from '@shared/language/language';
import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, DialogTrigger } from 'react-aria-components';
import { cx } from '../../parts/cx';
import { DialogPopover } from '../../parts/dialog-popover';
import { Icon } from '../../parts/icon';
import { CommandKbd } from '../../parts/command-kbd';
import { Segmented } from '../../parts/segmented';
import { setTimeline, showFilterMenu, useView } from '../../store/use-view';
import menu from './filter-menu.module.css';
import styles from './filter-row.module.css';
import { fromField, type SinceChoice, sinceOf, toField } from './since';
import { TypePicker } from './type-picker';

const choices = [
  ['today', t('Today')],
  ['hour', t('Last hour')],
  ['week', t('Last 7 days')],
  ['all', t('All')],
] as const;

/** The button and the menu behind it: types, time and place in the log. */
export function FilterMenu() {
  const open = useView((state) => state.filter_menu);
  useCloseAtOnce(open);
  return (
    <DialogTrigger isOpen={open} onOpenChange={showFilterMenu}>
      <Button className={cx(styles.more)}>
        <Icon of={Plus} size="sm" inherit />
        {t('Filter')}
        <CommandKbd command="app.filter" />
      </Button>
      <DialogPopover title={t('Filter the timeline')} className={menu.popover} placement="bottom start">
        <section className={menu.part}>
          <h3>{t('Type')}</h3>
          <TypePicker />
        </section>
        <Since />
        <From />
      </DialogPopover>
    </DialogTrigger>
  );
}

/** Escape closes the whole menu, whatever has been typed in it. */
function useCloseAtOnce(open: boolean): void {
  useEffect(() => {
    if (!open) return;
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      showFilterMenu(false);
    };
    window.addEventListener('keydown', close, { capture: true });
    return () => window.removeEventListener('keydown', close, { capture: true });
  }, [open]);
}

function Since() {
  const since = useView((state) => state.timeline.since);
  const [pressed, setPressed] = useState<readonly [SinceChoice, string | null]>(['all', null]);
  const choice = since === null ? 'all' : pressed[1] === since ? pressed[0] : null;
  const choose = (next: SinceChoice) => {
    const moment = sinceOf(next, new Date());
    setPressed([next, moment]);
    setTimeline({ since: moment });
  };
  return (
    <section className={menu.part}>
      <h3>{t('Since')}</h3>
      <div className={menu.line}>
        <Segmented label={t('Since')} options={choices} value={choice} onChange={choose} />
        <input
          type="datetime-local"
          aria-label={t('Since date and time')}
          className={cx(menu.field, menu.moment)}
          value={toField(since)}
          onChange={(event) => setTimeline({ since: fromField(event.target.value) })}
        />
      </div>
    </section>
  );
}

function From() {
  const from = useView((state) => state.timeline.from);
  return (
    <section className={menu.part}>
      <label htmlFor="from-sequence">
        <h3>{t('From event number')}</h3>
      </label>
      <input
        id="from-sequence"
        className={cx(menu.field, menu.sequence)}
        inputMode="numeric"
        placeholder="1"
        maxLength={15}
        value={from ?? ''}
        onChange={(event) => {
          const wanted = Number(event.target.value.replaceAll(/\D/g, ''));
          setTimeline({ from: wanted >= 1 ? wanted : null });
        }}
      />
    </section>
  );
}
