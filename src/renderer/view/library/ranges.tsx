import { t } from '@shared/language/language';
import { sizeClasses } from '@shared/library/library-filter';
import { CheckboxGroup, Label } from 'react-aria-components';
import { cx } from '../../parts/cx';
import { choose, type LibraryChoices } from '../../store/use-view';
import { CheckRow } from './check-row';
import { sizeInWords } from './facet-words';
import facets from './facets.module.css';
import styles from './ranges.module.css';

/** The longer side in pixels: by class, or from and to. */
export function SizeRange({ filter, sizes }: { readonly filter: LibraryChoices; readonly sizes: readonly number[] }) {
  const { longer_side_from: from, longer_side_to: to } = filter;
  const current = sizeClasses.findIndex((begin, at) => from === begin && to === endOf(at));
  const choosing = (next: readonly string[]) => {
    const at = next.map(Number).find((one) => one !== current);
    choose({ longer_side_from: at === undefined ? undefined : sizeClasses[at], longer_side_to: at === undefined ? undefined : endOf(at) });
  };
  return (
    <CheckboxGroup className={cx(facets.facet)} value={current === -1 ? [] : [String(current)]} onChange={choosing}>
      <Label className={cx(facets.heading)}>{t('Longer side')}</Label>
      {sizeClasses.map((_, at) =>
        (sizes[at] ?? 0) > 0 || at === current ? (
          <CheckRow key={at} value={String(at)} count={sizes[at] ?? 0}>
            {sizeInWords(at)}
          </CheckRow>
        ) : null,
      )}
      <div className={styles.line}>
        <Pixels label={t('Longer side from, in pixels')} placeholder={t('from')} value={from} onChange={(wanted) => choose({ longer_side_from: wanted })} />
        <span aria-hidden>–</span>
        <Pixels label={t('Longer side to, in pixels')} placeholder={t('to px')} value={to} onChange={(wanted) => choose({ longer_side_to: wanted })} />
      </div>
    </CheckboxGroup>
  );
}

const endOf = (at: number) => {
  const next = sizeClasses[at + 1];
  return next === undefined ? undefined : next - 1;
};

interface PixelsProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}

function Pixels({ label, placeholder, value, onChange }: PixelsProps) {
  return (
    <input
      className={styles.field}
      aria-label={label}
      placeholder={placeholder}
      inputMode="numeric"
      maxLength={6}
      value={value ?? ''}
      onChange={(event) => {
        const digits = event.target.value.replaceAll(/\D/g, '');
        onChange(digits === '' ? undefined : Number(digits));
      }}
    />
  );
}

/** The days between which it was made. */
export function DayRange({ filter }: { readonly filter: LibraryChoices }) {
  return (
    <div className={facets.facet} role="group" aria-label={t('Made between')}>
      <span className={facets.heading}>{t('Made between')}</span>
      <div className={styles.days}>
        <Day label={t('Made from')} value={filter.made_from} onChange={(made_from) => choose({ made_from })} />
        <Day label={t('Made until')} value={filter.made_to} onChange={(made_to) => choose({ made_to })} />
      </div>
    </div>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function Day({ label, value, onChange }: DayProps) {
  return (
    <input
      type="date"
      className={styles.field}
      aria-label={label}
      max="9999-12-31"
      value={value ?? ''}
      onChange={(event) => onChange(/^\d{4}-\d{2}-\d{2}$/.test(event.target.value) ? event.target.value : undefined)}
    />
  );
}
