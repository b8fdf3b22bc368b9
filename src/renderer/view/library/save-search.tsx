import { t } from '@shared/language/language';
import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Heading, Input, Label, Popover, TextField } from 'react-aria-components';
import { Button } from '../../parts/button';
import buttons from '../../parts/button.module.css';
import { cx } from '../../parts/cx';
import { Icon } from '../../parts/icon';
import { say } from '../../store/use-toasts';
import { saveSearch } from '../../store/use-view';
import popover from './popover.module.css';
import styles from './save-search.module.css';

/** Gives what is on a name, under which it stands in the sidebar. */
export function SaveSearch() {
  return (
    <DialogTrigger>
      <AriaButton className={cx(buttons.button, buttons.quiet)}>
        <Icon of={Bookmark} size="sm" inherit />
        {t('Save search')}
      </AriaButton>
      <Popover className={cx(popover.popover)} placement="bottom start" offset={6}>
        <Dialog className={cx(popover.dialog)}>
          {({ close }) => (
            <>
              <Heading slot="title">{t('Save this search')}</Heading>
              <NameForm onSaved={close} />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function NameForm({ onSaved }: { readonly onSaved: () => void }) {
  const [name, setName] = useState('');
  const wanted = name.trim();
  const save = () => {
    if (wanted === '') return;
    saveSearch(wanted);
    onSaved();
    say(t('Saved as “{wanted}”', { wanted }));
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField className={cx(styles.field)} value={name} onChange={setName} maxLength={60} autoFocus>
        <Label>{t('Name')}</Label>
        <Input className={cx(styles.input)} placeholder={t('Five stars, this month')} />
      </TextField>
      <Button kind="primary" disabled={wanted === ''} onPress={save}>
        {t('Save search')}
      </Button>
    </form>
  );
}
