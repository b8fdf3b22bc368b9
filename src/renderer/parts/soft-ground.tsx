import type { ThumbHash } from '@shared/library/thumb-hash';
import { type CSSProperties, type ReactNode, type SyntheticEvent, useLayoutEffect, useRef } from 'react';
import { cx } from './cx';
import styles from './soft-ground.module.css';
import { softPictures } from './soft-pictures';

/** Width and height in pixels, or as they are to each other. */
export interface Shape {
  readonly width: number;
  readonly height: number;
}

interface SoftGroundProps {
  readonly hash: ThumbHash;
  /** The whole of a picture of this shape is shown in the box; null when it fills the box. */
  readonly shape: Shape | null;
  readonly className: string | undefined;
  /** The picture that comes, as an element of its own. */
  readonly children: ReactNode;
}

/** One that comes sooner was hardly waited for: it is there, without a transition. */
const lateMs = 200;

/** A box in which soft colours stand until the picture has come: from the first frame on, in the picture's own place. */
export function SoftGround({ hash, shape, className, children }: SoftGroundProps) {
  const ground = useRef<HTMLSpanElement>(null);
  const leave = useRef<() => void>(null);
  const began = useRef(0);
  useLayoutEffect(() => {
    const picture = ground.current?.querySelector('img');
    began.current = performance.now();
    if (ground.current === null || (picture?.complete === true && picture.naturalWidth > 0)) return;
    leave.current = softPictures.paint(ground.current, hash);
    return leave.current;
  }, [hash]);
  // What is transparent in a picture must not show what stood for it, and what cannot be seen is not drawn.
  const clear = () => leave.current?.();
  const come = ({ target }: SyntheticEvent) => {
    if (performance.now() - began.current < lateMs) clear();
    else if (target instanceof HTMLElement) target.dataset['late'] = 'true';
  };
  const box = (own: string | undefined, style?: CSSProperties) => (
    <span ref={ground} className={cx(styles.ground, own)} style={style} onLoadCapture={come} onAnimationEnd={clear}>
      {children}
    </span>
  );
  if (shape === null) return box(className);
  return <span className={cx(styles.room, className)}>{box(styles.whole, { '--ratio': shape.width / shape.height } as CSSProperties)}</span>;
}
