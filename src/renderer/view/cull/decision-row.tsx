import { ChevronLeft, ChevronRight, Undo2, X } from 'lucide-react';
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Button } from '../../parts/button';
import buttons from '../../parts/button.module.css';
import { cx } from '../../parts/cx';
import { Kbd } from '../../parts/kbd';
import { type Judge, Star } from '../../parts/stars';
import { decide, goOn, takeBack, useCull } from '../../store/use-cull';
import styles from './decision-row.module.css';

interface DecisionRowProps {
  /** The own rating; 0 when there is none. */
  readonly own: number;
  readonly measured: number | null;
}

const choices = [1, 2, 3, 4, 5] as const;

/** All decisions for the pointer; their keys stand with them. */
export function DecisionRow({ own, measured }: DecisionRowProps) {
  const nothing = useCull((state) => state.decisions.length === 0);
  const by: Judge = own === 0 ? 'measured' : 'you';
  const lit = own === 0 ? (measured ?? 0) : own;
  return (
    <div className={styles.row}>
      <Button kind="quiet" icon={ChevronLeft} label="Previous picture" shortcut="←" onPress={() => goOn(-1)} />
      <Button kind="quiet" icon={Undo2} label="Take the last decision back" shortcut="U" disabled={nothing} onPress={takeBack} />
      <div className={styles.stars} role="group" aria-label="Rate and go on">
        {choices.map((stars) => (
          <TooltipTrigger key={stars} delay={600}>
            <AriaButton
              className={cx(styles.star)}
              aria-label={`Rate ${stars} ${stars === 1 ? 'star' : 'stars'}`}
              aria-pressed={own === stars}
              onPress={() => decide(stars)}
            >
              <Star on={stars <= lit} by={by} />
            </AriaButton>
            <Tooltip className={cx(buttons.tooltip)} offset={6}>
              {stars === 1 ? 'One star: reject' : `${stars} stars`}
              <Kbd>{String(stars)}</Kbd>
              {stars === 1 && <Kbd>X</Kbd>}
            </Tooltip>
          </TooltipTrigger>
        ))}
      </div>
      <span className={styles.who}>{own === 0 ? (measured === null ? 'not rated' : 'measured') : 'your rating'}</span>
      <Button kind="quiet" icon={X} label="Clear your rating" shortcut="0" disabled={own === 0} onPress={() => decide(0)} />
      <Button kind="quiet" icon={ChevronRight} label="Next picture" shortcut="Space" onPress={() => goOn(1)} />
    </div>
  );
}
