import { t } from '@shared/language/language';
import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, DialogTrigger, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Button } from '../../parts/button';
import buttons from '../../parts/button.module.css';
import { cx } from '../../parts/cx';
import { DialogPopover } from '../../parts/dialog-popover';
import { Icon } from '../../parts/icon';
import { useLog } from '../../store/use-log';
import { standAt, useOlder } from '../../store/use-older';
import menu from './filter-menu.module.css';
import styles from './go-to.module.css';
import { fromField, toField } from './since';

/** Leads to a time, or to an event by its number. */
export function GoTo({ onNow }: { readonly onNow: () => void }) {
  return (
    <DialogTrigger>
      <TooltipTrigger delay={600}>
        <AriaButton aria-label={t('Go to a time')} className={cx(buttons.button, buttons.iconOnly)}>
          <Icon of={CalendarClock} inherit />
        </AriaButton>
        <Tooltip className={cx(buttons.tooltip)} offset={6}>
          {t('Go to a time')}
        </Tooltip>
      </TooltipTrigger>
      <DialogPopover title={t('Go to')} className={styles.popover} placement="bottom end">
        {(close) => <Form onNow={onNow} close={close} />}
      </DialogPopover>
    </DialogTrigger>
  );
}

function Form({ onNow, close }: { readonly onNow: () => void; readonly close: () => void }) {
  const last = useLog((state) => state.sequence);
  const [time, setTime] = useState(() => toField(new Date(useOlder.getState().sight?.newest ?? Date.now()).toISOString()));
  const [sequence, setSequence] = useState('');
  const moment = fromField(time);
  const wanted = Number(sequence);
  const problem = wanted > last ? t('The newest event is number {last}.', { last: String(last) }) : null;
  const go = () => {
    if (problem !== null || (sequence === '' && moment === null)) return;
    close();
    // A minute that is named is meant with all that happened in it.
    const until = moment === null ? 0 : Date.parse(moment) + 59_999;
    if (sequence !== '') void standAt({ sequence: wanted });
    else if (until >= Date.now()) onNow();
    else void standAt({ moment: until });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <label>
        {t('Date and time')}
        <input
          type="datetime-local"
          className={cx(menu.field)}
          value={time}
          onChange={(event) => {
            setTime(event.target.value);
            setSequence('');
          }}
          onKeyDown={(event) => {
            // This kind of field does not send its form.
            if (event.key !== 'Enter') return;
            event.preventDefault();
            go();
          }}
        />
      </label>
      <label>
        {t('Or event number')}
        <input
          className={cx(menu.field)}
          inputMode="numeric"
          maxLength={15}
          value={sequence}
          aria-invalid={problem !== null}
          onChange={(event) => setSequence(event.target.value.replaceAll(/\D/g, ''))}
        />
      </label>
      <p className={styles.problem} role="status">
        {problem}
      </p>
      <Button kind="primary" disabled={problem !== null || (sequence === '' && moment === null)} onPress={go}>
        {t('Go there')}
      </Button>
    </form>
  );
}
