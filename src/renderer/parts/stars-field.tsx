import { t } from '@shared/language/language';
import { X } from 'lucide-react';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { Button } from './button';
import { cx } from './cx';
import { type Judge, Star } from './stars';
import styles from './stars-field.module.css';

interface StarsFieldProps {
  /** A person's own rating; null while they gave none. */
  readonly own: number | null;
  /** Shown while there is none of their own. */
  readonly measured: number | null;
  /** 0 takes the own rating away. */
  readonly onChange: (stars: 0 | 1 | 2 | 3 | 4 | 5) => void;
}

const choices = [1, 2, 3, 4, 5] as const;

/** The rating of a person's own, by click or arrow keys. */
export function StarsField({ own, measured, onChange }: StarsFieldProps) {
  const by: Judge = own === null ? 'measured' : 'you';
  const lit = own ?? measured ?? 0;
  return (
    <div className={styles.field}>
      <RadioGroup
        aria-label={t('Your rating')}
        className={cx(styles.stars)}
        orientation="horizontal"
        value={own === null ? null : String(own)}
        onChange={(value) => {
          const stars = choices.find((one) => String(one) === value);
          if (stars !== undefined) onChange(stars);
        }}
      >
        {choices.map((stars) => (
          <RadioField key={stars} value={String(stars)} aria-label={t('Rate {stars, plural, one {# star} other {# stars}}', { stars })}>
            <RadioButton className={cx(styles.choice)}>
              <Star on={stars <= lit} by={by} />
            </RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      {own === null && measured !== null ? (
        <span className={styles.who} role="img" aria-label={t('{stars, number} of 5 stars, measured', { stars: measured })}>{t('measured')}</span>
      ) : (
        <span className={styles.who}>{own === null ? t('not rated') : t('your rating')}</span>
      )}
      {own !== null && <Button kind="quiet" icon={X} label={t('Clear your rating')} command="library.clear-rating" onPress={() => onChange(0)} />}
    </div>
  );
}
