import { useEffect } from 'react';
import { addDropped } from '../../store/actions';
import { addLinks, addPasted, linksIn } from '../../store/add-links';
import { type Dragged, type DropSpot, endDragging, holdOver, isSame, leaveWindow, moveOver, unfoldHere, useDragged } from '../../store/dragged';
import { chooseDropped } from '../../store/use-sources';

/** So long something is held over a project before its columns are shown. */
const springMs = 700;

const holds = (event: DragEvent, type: string) => event.dataTransfer?.types.includes(type) ?? false;
const isTyping = ({ target }: Event) =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, [role="textbox"]') !== null);

/** The project or column, which say so (`data-drop-project`, `data-drop-column`), under the pointer. */
function spotAt({ target }: Event): DropSpot | null {
  const spot = target instanceof Element ? target.closest<HTMLElement>('[data-drop-project], [data-drop-column]') : null;
  const { dropProject: name, dropColumn: id, dropOf: project_id } = spot?.dataset ?? {};
  if (name !== undefined) return { kind: 'project', name };
  return id === undefined || project_id === undefined ? null : { kind: 'column', project_id, id };
}

/** Hears files and links that are dragged over the window or pasted into it. */
export function useFileDrop(): void {
  useEffect(() => {
    // What is dragged within the window is no link from elsewhere.
    let own = false;
    let spring: { readonly spot: DropSpot; readonly timer: ReturnType<typeof setTimeout> } | null = null;
    const kindOf = (event: DragEvent): Dragged['kind'] | null => {
      if (!own && holds(event, 'text/uri-list') && !holds(event, 'Files')) return 'link';
      return holds(event, 'Files') ? 'files' : null;
    };
    const waitOver = (spot: DropSpot | null) => {
      if (isSame(spring?.spot ?? null, spot)) return;
      if (spring !== null) clearTimeout(spring.timer);
      const opens = spot !== null && useDragged.getState().dragged?.own === true;
      spring = opens ? { spot, timer: setTimeout(unfoldHere, springMs) } : null;
    };
    const begin = () => { own = true; };
    const end = () => { own = false; };
    const enter = (event: DragEvent) => {
      const kind = kindOf(event);
      if (kind === null) return;
      event.preventDefault();
      holdOver(kind, kind === 'files' ? [...(event.dataTransfer?.items ?? [])].filter((item) => item.kind === 'file').length : 0);
    };
    const over = (event: DragEvent) => {
      if (kindOf(event) === null) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      const spot = spotAt(event);
      moveOver(spot);
      waitOver(spot);
    };
    // Leave comes for every element that is crossed, and not for one that was taken away in the meantime, so
    // counting goes wrong. Only the leave that leads nowhere is the window's own.
    const leave = (event: DragEvent) => {
      if (event.relatedTarget !== null) return;
      waitOver(null);
      leaveWindow();
    };
    const drop = (event: DragEvent) => {
      // Also for what is no file: a dropped link must not replace the page.
      event.preventDefault();
      waitOver(null);
      endDragging();
      const files = [...(event.dataTransfer?.files ?? [])];
      const isFolder = event.target instanceof Element && event.target.closest('[data-folder-target]') !== null;
      if (files.length > 0 && isFolder) return void chooseDropped(files);
      const links = own || event.dataTransfer === null ? [] : linksIn(event.dataTransfer);
      // A browser may promise a file that lies nowhere yet; the link says where the picture is.
      if (links.length > 0) void addLinks(links, 'dropped', spotAt(event));
      else if (files.length > 0) void addDropped(files, event.shiftKey, spotAt(event));
    };
    // While the system drags, no pointer is heard: one without a button says that it is over.
    const move = ({ buttons }: PointerEvent) => { if (buttons === 0) endDragging(); };
    const paste = (event: ClipboardEvent) => {
      if (isTyping(event) || event.clipboardData === null) return;
      event.preventDefault();
      void addPasted(event.clipboardData);
    };
    const heard = [
      ['dragstart', begin], ['dragend', end], ['dragenter', enter], ['dragover', over], ['dragleave', leave], ['drop', drop],
      ['pointermove', move], ['paste', paste],
    ] as const;
    for (const [name, listener] of heard) window.addEventListener(name, listener as EventListener);
    return () => {
      waitOver(null);
      for (const [name, listener] of heard) window.removeEventListener(name, listener as EventListener);
    };
  }, []);
}
