import { t } from '@shared/language/language';
import { ChevronLeft, ChevronRight, Undo2, X } from 'lucide-react';
import { memo } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Button } from '../../parts/button';
import buttons from '../../parts/button.module.css';
import { cx } from '../../parts/cx';
import { Kbd } from '../../parts/kbd';
import { type Judge, Star } from '../../parts/stars';
import type { Given } from '../../store/rate';
import { decide, goOn, takeBack, useCull } from '../../store/use-cull';
import styles from './decision-row.module.css';
import { useShownRating } from './use-shown-rating';

const choices = [1, 2, 3, 4, 5] as const;

/** All decisions for the pointer; their keys stand with them. */
export const DecisionRow = memo(function DecisionRow() {
  return (
    <div className={styles.row}>
      <Back />
      <TakeBack />
      <Choices />
      <Clear />
      <Next />
    </div>
  );
});

const Back = () => <Button kind="quiet" icon={ChevronLeft} label={t('Previous picture')} shortcut="←" onPress={() => goOn(-1)} />;
const Next = () => <Button kind="quiet" icon={ChevronRight} label={t('Next picture')} shortcut="Space" onPress={() => goOn(1)} />;

function TakeBack() {
  const nothing = useCull((state) => state.decisions.length === 0);
  return <Button kind="quiet" icon={Undo2} label={t('Take the last decision back')} shortcut="U" why={nothing ? t('Nothing was decided yet') : null} onPress={takeBack} />;
}

function Clear() {
  const { own } = useShownRating();
  return <ClearButton nothing={own === 0} />;
}

const ClearButton = memo(function ClearButton({ nothing }: { readonly nothing: boolean }) {
  return <Button kind="quiet" icon={X} label={t('Clear your rating')} shortcut="0" why={nothing ? t('It has no rating of yours') : null} onPress={() => decide(0)} />;
});

function Choices() {
  const { own, measured } = useShownRating();
  const by: Judge = own === 0 ? 'measured' : 'you';
  const lit = own === 0 ? (measured ?? 0) : own;
  return (
    <>
      <div className={styles.stars} role="group" aria-label={t('Rate and go on')}>
        {choices.map((stars) => (
          <Choice key={stars} stars={stars} on={stars <= lit} by={by} given={own === stars} />
        ))}
      </div>
      <span className={styles.who}>{own === 0 ? (measured === null ? t('not rated') : t('measured')) : t('your rating')}</span>
    </>
  );
}

interface ChoiceProps {
  readonly stars: Exclude<Given, 0>;
  readonly on: boolean;
  readonly by: Judge;
  readonly given: boolean;
}

const Choice = memo(function Choice({ stars, on, by, given }: ChoiceProps) {
  return (
    <TooltipTrigger delay={600}>
      <AriaButton
        className={cx(styles.star)}
        aria-label={t('Rate {stars, plural, one {# star} other {# stars}}', { stars })}
        aria-pressed={given}
        onPress={() => decide(stars)}
      >
        <Star on={on} by={by} />
      </AriaButton>
      <Tooltip className={cx(buttons.tooltip)} offset={6}>
        {stars === 1 ? t('One star: reject') : t('{stars, number} stars', { stars })}
        <Kbd>{String(stars)}</Kbd>
        {stars === 1 && <Kbd>X</Kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
});
