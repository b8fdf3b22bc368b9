import { t } from '@shared/language/language';
import type { FacetName, FacetValue } from '@shared/library/library-filter';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { Button, CheckboxGroup, DialogTrigger, Input, SearchField } from 'react-aria-components';
import { cx } from '../../parts/cx';
import { DialogPopover } from '../../parts/dialog-popover';
import { Icon } from '../../parts/icon';
import { choose } from '../../store/use-view';
import { CheckRow } from './check-row';
import styles from './facet-more.module.css';
import { fromFiles, titleOf, valueInWords } from './facet-words';
import popover from './popover.module.css';

const atMost = 200;

interface FacetMoreProps {
  readonly name: FacetName;
  readonly values: readonly FacetValue[];
  readonly chosen: readonly string[];
  readonly left: number;
}

/** All values of a facet in a list that narrows by typing. */
export function FacetMore({ name, values, chosen, left }: FacetMoreProps) {
  const title = titleOf(name);
  return (
    <DialogTrigger>
      <Button className={cx(styles.more)} aria-label={t('{left, number} more: {title}', { left, title })}>
        {t('{left, number} more…', { left })}
      </Button>
      <DialogPopover title={title} className={popover.popover} placement="right top" offset={8}>
        <Values name={name} values={values} chosen={chosen} />
      </DialogPopover>
    </DialogTrigger>
  );
}

function Values({ name, values, chosen }: Omit<FacetMoreProps, 'left'>) {
  const [typed, setTyped] = useState('');
  const words = typed.trim().toLowerCase();
  const matching = values.filter(({ value }) => valueInWords(name, value).toLowerCase().includes(words));
  const shown = matching.slice(0, atMost);
  return (
    <>
      <SearchField aria-label={t('Find in {name}', { name: titleOf(name) })} className={cx(styles.field)} value={typed} onChange={setTyped} autoFocus>
        <Icon of={Search} size="sm" />
        <Input className={cx(styles.input)} placeholder={t('{count, number} values', { count: values.length })} maxLength={100} spellCheck={false} />
      </SearchField>
      {shown.length === 0 && <p className={styles.none}>{t('None is called that.')}</p>}
      <CheckboxGroup
        aria-label={titleOf(name)}
        className={cx(styles.list)}
        // Those that the words hide stay chosen.
        value={[...chosen]}
        onChange={(next) => choose({ [name]: next })}
      >
        {shown.map(({ value, count }) => (
          <CheckRow key={value} value={value} count={count} mono={fromFiles.has(name)} title={valueInWords(name, value)}>
            {valueInWords(name, value)}
          </CheckRow>
        ))}
      </CheckboxGroup>
      {matching.length > shown.length && (
        <p className={styles.none}>{t('{count, number} more. Type to narrow the list.', { count: matching.length - shown.length })}</p>
      )}
    </>
  );
}
