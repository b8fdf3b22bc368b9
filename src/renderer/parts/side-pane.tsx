import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
import styles from './side-pane.module.css';

interface SidePaneProps {
  readonly label: string;
  readonly width: number;
  readonly head: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

const narrowest = 280;
const widest = 560;
const step = 16;

/** The pane at the right: head, scrolling body, foot; its edge can be dragged or moved with the arrow keys. */
export function SidePane({ label, width: first, head, foot, children }: SidePaneProps) {
  const [width, setWidth] = useState(first);
  const resize = (wanted: number) => setWidth(Math.round(Math.min(widest, Math.max(narrowest, wanted))));

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(window.innerWidth - event.clientX);
  };
  const moveByKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    resize(width + (event.key === 'ArrowLeft' ? step : -step));
  };

  return (
    <aside className={styles.pane} aria-label={label} data-pane style={{ width }}>
      <div
        className={styles.edge}
        role="slider"
        aria-label={`Width of ${label.toLowerCase()}`}
        aria-orientation="horizontal"
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        aria-valuenow={width}
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={moveByKey}
      />
      <div className={styles.head}>{head}</div>
      <div className={styles.body}>{children}</div>
      {foot !== undefined && <div className={styles.foot}>{foot}</div>}
    </aside>
  );
}
