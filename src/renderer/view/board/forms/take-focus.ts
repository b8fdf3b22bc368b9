/** Gives the keyboard to a control once, when it comes. */
export function takeFocus(control: HTMLElement | null): void {
  control?.focus();
}
