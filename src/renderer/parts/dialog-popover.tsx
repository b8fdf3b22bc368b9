import { type ReactNode, use, useId } from 'react';
import { OverlayTriggerStateContext, Popover, type PopoverProps } from 'react-aria-components';
import { cx } from './cx';
import styles from './dialog-popover.module.css';

interface DialogPopoverProps {
  readonly title: string;
  readonly placement: NonNullable<PopoverProps['placement']>;
  readonly offset?: number;
  /** Gives the width. */
  readonly className: string | undefined;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/**
 * A small dialog that hangs at the button of its `DialogTrigger`. The popover is the dialog: with a dialog within, it would be a box
 * that has a name but no role, and what is in it would lie outside of every landmark.
 */
export function DialogPopover({ title, className, placement, offset = 6, children }: DialogPopoverProps) {
  const heading = useId();
  const trigger = use(OverlayTriggerStateContext);
  return (
    <Popover className={cx(styles.popover, className)} placement={placement} offset={offset} aria-labelledby={heading}>
      <div className={styles.body}>
        <h2 id={heading}>{title}</h2>
        {typeof children === 'function' ? children(() => trigger?.close()) : children}
      </div>
    </Popover>
  );
}
