import { useView } from '../../store/use-view';

/** Whether keys belong to a layer; one that is closing is as good as closed. */
export function isLayerOpen(): boolean {
  return [...document.querySelectorAll('[role="dialog"], [role="menu"]')].some((layer) => layer.closest('[data-exiting]') === null);
}

/** Whether the only layer is the one in which a person decides about pictures. */
export function isDeciding(): boolean {
  return useView.getState().cull !== null && document.querySelectorAll('[role="dialog"], [role="menu"]').length === 1;
}

/** Whether keys belong to the text that is being written. What stands in a layer that is closing is written no more. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.closest('[data-exiting]') !== null) return false;
  return target.isContentEditable || target.matches('textarea, select, input:not([type="checkbox"], [type="radio"], [type="range"])');
}
