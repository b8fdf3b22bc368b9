import { t } from '@shared/language/language';
import { Bookmark } from 'lucide-react';
import { Button as AriaButton, DialogTrigger } from 'react-aria-components';
import buttons from '../../parts/button.module.css';
import { cx } from '../../parts/cx';
import { DialogPopover } from '../../parts/dialog-popover';
import { Icon } from '../../parts/icon';
import { NameForm } from '../../parts/name-form';
import { say } from '../../store/use-toasts';
import { saveSearch } from '../../store/use-view';
import popover from './popover.module.css';

/** Gives what is on a name, under which it stands in the sidebar. */
export function SaveSearch() {
  const save = (wanted: string, close: () => void) => {
    saveSearch(wanted);
    close();
    say(t('Saved as “{name}”', { name: wanted }));
  };
  return (
    <DialogTrigger>
      <AriaButton className={cx(buttons.button, buttons.quiet)}>
        <Icon of={Bookmark} size="sm" inherit />
        {t('Save search')}
      </AriaButton>
      <DialogPopover title={t('Save this search')} className={popover.popover} placement="bottom start">
        {(close) => (
          <NameForm
            label={t('Name')}
            example={t('Five stars, this month')}
            action={t('Save search')}
            onSave={(wanted) => save(wanted, close)}
          />
        )}
      </DialogPopover>
    </DialogTrigger>
  );
}
