const focusable = 'button:not([disabled]), input:not([disabled]), [tabindex="0"]';

/** Frames for which a list is waited for that has yet to be asked for: two seconds. */
const patience = 120;

/** Puts the keyboard on the list of the place that was just gone to, once it is drawn, unless a person goes elsewhere meanwhile. */
export function focusPlace(): void {
  const from = document.activeElement;
  const look = (left: number) => {
    const list = document.querySelector<HTMLElement>('main [data-pane-focus]');
    const still = document.activeElement === from || document.activeElement === document.body;
    if (list !== null) list.focus({ focusVisible: true } as FocusOptions);
    else if (left > 0 && still) requestAnimationFrame(() => look(left - 1));
  };
  // The place is drawn first.
  requestAnimationFrame(() => look(patience));
}

/** Moves the keyboard to the next pane of the window, to its list when it has one. */
export function focusNextPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null);
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(here + step + panes.length) % panes.length];
  const target = next?.querySelector<HTMLElement>('[data-pane-focus]') ?? next?.querySelector<HTMLElement>(focusable);
  target?.focus({ focusVisible: true } as FocusOptions);
}
