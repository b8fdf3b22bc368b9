const focusable = 'button:not([disabled]), input:not([disabled]), [tabindex="0"]';

/** Puts the keyboard on the list of the place that has just been gone to. */
export function focusPlace(): void {
  // The place is drawn first.
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('main [data-pane-focus]')?.focus({ focusVisible: true } as FocusOptions);
  });
}

/** Moves the keyboard to the next pane of the window, to its list when it has one. */
export function focusNextPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null);
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(here + step + panes.length) % panes.length];
  const target = next?.querySelector<HTMLElement>('[data-pane-focus]') ?? next?.querySelector<HTMLElement>(focusable);
  target?.focus({ focusVisible: true } as FocusOptions);
}
