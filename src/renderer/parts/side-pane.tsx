import type { ReactNode } from 'react';
import { PaneEdge } from './pane-edge';
import { usePaneSize } from './pane-sizes';
import styles from './side-pane.module.css';

interface SidePaneProps {
  readonly label: string;
  /** The name under which its width is kept, in any language. */
  readonly keptAs: string;
  /** The usual width. */
  readonly width?: number;
  readonly head: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

const usualWidth = 348;

/** The pane at the right: head, scrolling body, foot; its edge can be dragged or moved with the arrow keys. */
export function SidePane({ label, keptAs, width: usual = usualWidth, head, foot, children }: SidePaneProps) {
  const limits = { usual, narrowest: 280, widest: 560 };
  const pane = usePaneSize(keptAs, limits);
  return (
    <aside className={styles.pane} aria-label={label} data-pane style={{ width: pane.size }}>
      <div className={styles.head}>{head}</div>
      <div className={styles.body}>{children}</div>
      {foot !== undefined && <div className={styles.foot}>{foot}</div>}
      <PaneEdge label={label} limits={limits} {...pane} towards="left" />
    </aside>
  );
}
