import { useEffect } from 'react';
import { ask } from '../../store/ask';
import { toldNow } from '../../store/commands-told';
import { useLibrary } from '../../store/use-library';
import { idNow } from '../../store/use-library-cards';
import { moveTo } from './open-picture';

/** The menu of a picture, by right click on it, or by the key for menus on the one that the keyboard is on. */
export function usePictureMenu(): void {
  useEffect(() => {
    const show = (event: MouseEvent) => {
      const at = placeOf(event);
      if (at === null) return;
      event.preventDefault();
      moveTo(at.id);
      const told = toldNow({ layer: false, deciding: false, writing: false });
      void ask('menu/of-picture', { told, x: Math.max(0, Math.round(at.x)), y: Math.max(0, Math.round(at.y)) });
    };
    window.addEventListener('contextmenu', show);
    return () => window.removeEventListener('contextmenu', show);
  }, []);
}

/** Which picture is meant, and where its menu goes; null when none is. */
function placeOf({ target, clientX, clientY }: MouseEvent): { readonly id: number; readonly x: number; readonly y: number } | null {
  if (!(target instanceof Element)) return null;
  const id = idUnder(target);
  if (id !== null) return { id, x: clientX, y: clientY };
  const { cursor } = useLibrary.getState();
  if (cursor === null || target.getAttribute('role') !== 'grid' || !target.matches(':focus-visible')) return null;
  // By key: the list has the keyboard for all of its pictures.
  const box = target.querySelector(`[data-id="${cursor}"]`)?.getBoundingClientRect();
  return box === undefined ? null : { id: cursor, x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

function idUnder(target: Element): number | null {
  const own = target.closest<HTMLElement>('[data-id]')?.dataset['id'];
  if (own !== undefined) return Number(own);
  const hash = target.closest('button')?.querySelector<HTMLElement>('[data-hand-out]')?.dataset['handOut'];
  return hash === undefined ? null : idNow(hash);
}
