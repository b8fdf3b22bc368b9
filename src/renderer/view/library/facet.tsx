import { t } from '@shared/language/language';
import type { FacetName, FacetValue } from '@shared/library/library-filter';
import type { Stars as StarCount } from '@shared/library/rating';
import { CheckboxGroup, Label } from 'react-aria-components';
import { cx } from '../../parts/cx';
import { Stars } from '../../parts/stars';
import { choose } from '../../store/use-view';
import { CheckRow } from './check-row';
import { FacetMore } from './facet-more';
import { fromFiles, titleOf, valueInWords } from './facet-words';
import styles from './facets.module.css';

const shownFirst = 6;

interface FacetProps {
  readonly name: FacetName;
  readonly values: readonly FacetValue[];
  readonly chosen: readonly string[];
}

/** One way to divide the library: its first values, and the way to all of them. */
export function Facet({ name, values, chosen }: FacetProps) {
  const all = withChosen(values, chosen);
  const first = all.filter(({ value }, at) => at < shownFirst || chosen.includes(value));
  // With a single value there is nothing to choose.
  if (all.length < 2 && chosen.length === 0) return null;
  const title = titleOf(name);
  return (
    <CheckboxGroup className={cx(styles.facet)} value={[...chosen]} onChange={(next) => choose({ [name]: next })}>
      <Label className={cx(styles.heading)}>{title}</Label>
      {first.map(({ value, count }) => (
        <CheckRow key={value} value={value} count={count} mono={fromFiles.has(name)} title={valueInWords(name, value)}>
          {name === 'stars' && value !== '0' ? <Stars stars={Number(value) as StarCount} /> : valueShown(name, value)}
        </CheckRow>
      ))}
      {all.length > first.length && <FacetMore name={name} values={all} chosen={chosen} left={all.length - first.length} />}
    </CheckboxGroup>
  );
}

const valueShown = (name: FacetName, value: string) => (name === 'stars' ? t('Not rated') : valueInWords(name, value));

/** What is chosen stays even when nothing is left of it. */
function withChosen(values: readonly FacetValue[], chosen: readonly string[]): readonly FacetValue[] {
  const known = new Set(values.map(({ value }) => value));
  return [...values, ...chosen.filter((value) => !known.has(value)).map((value) => ({ value, count: 0 }))];
}
