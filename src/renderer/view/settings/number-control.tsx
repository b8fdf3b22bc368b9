import { inSentence } from '@shared/language/formats';
import { t } from '@shared/language/language';
import { Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button, Group, Input, NumberField } from 'react-aria-components';
import { cx } from '../../parts/cx';
import { Icon } from '../../parts/icon';
import styles from './settings.module.css';

interface NumberControlProps {
  readonly label: string;
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly unit: string;
  /** What an empty field stands for. */
  readonly usual?: string;
  readonly onChange: (value: number | null) => void;
}

/** A number with its unit, typed or stepped. What is typed counts when the field is left or Enter is pressed. */
export function NumberControl({ label, value, least, most, step, unit, usual, onChange }: NumberControlProps) {
  // A refused value does not stay in the field.
  const [round, setRound] = useState(0);
  const change = (next: number) => {
    if (Number.isNaN(next)) {
      if (usual !== undefined) onChange(null);
      else setRound(round + 1);
    } else onChange(Math.min(most, Math.max(least, next)));
  };
  return (
    <NumberField
      key={round}
      aria-label={t('{label}, in {unit}', { label, unit: unit === '%' ? t('percent') : unit })}
      value={value ?? Number.NaN}
      minValue={least}
      maxValue={most}
      step={step}
      isWheelDisabled
      formatOptions={{ maximumFractionDigits: 0 }}
      onChange={change}
    >
      <Group className={cx(styles.number)}>
        <Button slot="decrement" className={cx(styles.step)} aria-label={t('Less {label}', { label: inSentence(label) })}>
          <Icon of={Minus} size="sm" inherit />
        </Button>
        <Input className={cx(styles.digits)} placeholder={usual ?? ''} />
        <span className={styles.unit} aria-hidden>
          {unit}
        </span>
        <Button slot="increment" className={cx(styles.step)} aria-label={t('More {label}', { label: inSentence(label) })}>
          <Icon of={Plus} size="sm" inherit />
        </Button>
      </Group>
    </NumberField>
  );
}
