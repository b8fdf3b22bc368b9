import { type FocusEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { cx } from '../../../parts/cx';
import styles from './tips.module.css';

interface Shown {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Half of the widest tip. */
const half = 152;

/**
 * Shows the `data-tip` of the thing inside that is pointed at, or has the keyboard, above its `data-body`. Readers hear its name
 * instead.
 */
export function Tips({ children, className }: { readonly children: ReactNode; readonly className?: string | undefined }) {
  const box = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const show = (target: EventTarget) => {
    const of = target instanceof Element ? target.closest('[data-tip]') : null;
    const around = box.current?.getBoundingClientRect();
    if (of === null || around === undefined) {
      setShown(null);
      return;
    }
    const body = (of.querySelector('[data-body]') ?? of).getBoundingClientRect();
    const x = body.left + body.width / 2 - around.left;
    setShown({ text: of.getAttribute('data-tip') ?? '', x: Math.max(half, Math.min(around.width - half, x)), y: body.top - around.top });
  };
  return (
    <div
      ref={box}
      role="presentation"
      className={cx(styles.box, className)}
      onPointerOver={(event: PointerEvent) => show(event.target)}
      onPointerLeave={() => setShown(null)}
      onFocus={(event: FocusEvent) => { if (event.target.matches(':focus-visible')) show(event.target); }}
      onBlur={() => setShown(null)}
    >
      {children}
      {shown !== null && (
        <span className={styles.tip} style={{ left: shown.x, top: shown.y }} aria-hidden>
          {shown.text}
        </span>
      )}
    </div>
  );
}
