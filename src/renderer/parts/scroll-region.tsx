import type { ReactNode } from 'react';

interface ScrollRegionProps {
  readonly label: string;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/** Text that scrolls has nothing in it that the keyboard could be on, so it is reached itself, and scrolled by the arrows. */
const reached = { tabIndex: 0 } as const;

const focusWhenThere = (element: HTMLElement | null) => element?.focus();

/** A text that scrolls in a layer. It has the keyboard at first. */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  return (
    <div className={className} role="region" aria-label={label} ref={focusWhenThere} {...reached}>
      {children}
    </div>
  );
}
