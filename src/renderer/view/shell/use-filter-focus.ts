import { type RefObject, useEffect } from 'react';

const asked = new EventTarget();

/** Moves the keyboard to the filter of the place that is open. */
export function focusFilter(): void {
  asked.dispatchEvent(new Event('focus'));
}

export function useFilterFocus(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const focus = () => {
      field.current?.focus();
      field.current?.select();
    };
    asked.addEventListener('focus', focus);
    return () => asked.removeEventListener('focus', focus);
  }, [field]);
}
