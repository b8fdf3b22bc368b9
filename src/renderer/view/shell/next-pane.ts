const focusable = 'button:not([disabled]), input:not([disabled]), [tabindex="0"]';

const visibly = { focusVisible: true } as FocusOptions;
const listOf = (place: HTMLElement) => place.querySelector<HTMLElement>('[data-pane-focus]');

/** Puts the keyboard on the list of the place that has just been gone to, or on the place itself until it has one. */
export function focusPlace(): void {
  // The place is drawn first.
  requestAnimationFrame(() => {
    const place = document.querySelector<HTMLElement>('main');
    const list = place === null ? null : listOf(place);
    if (list !== null) list.focus(visibly);
    else if (place !== null && !place.contains(document.activeElement)) holdFor(place);
  });
}

/** The place has the keyboard while its list is asked for, and hands it on when the list is there; whoever takes it before keeps it. */
function holdFor(place: HTMLElement): void {
  const seen = new MutationObserver(() => listOf(place)?.focus(visibly));
  place.addEventListener('blur', () => { seen.disconnect(); }, { once: true });
  // It stays so: a layer that is closed gives the keyboard back to where it was.
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  seen.observe(place, { childList: true, subtree: true });
}

/** Moves the keyboard to the next pane of the window, to its list when it has one. */
export function focusNextPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null);
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(here + step + panes.length) % panes.length];
  const target = next?.querySelector<HTMLElement>('[data-pane-focus]') ?? next?.querySelector<HTMLElement>(focusable);
  target?.focus(visibly);
}
