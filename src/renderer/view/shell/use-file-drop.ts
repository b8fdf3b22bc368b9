import { useEffect, useState } from 'react';
import { addDropped } from '../../store/actions';
import { addLinks, addPasted, linksIn } from '../../store/add-links';
import { chooseDropped } from '../../store/use-sources';

/** What is held over the window; how many things, or 0 when the system does not say. */
export interface Dragged {
  readonly kind: 'files' | 'link';
  readonly count: number;
}

const holds = (event: DragEvent, type: string) => event.dataTransfer?.types.includes(type) ?? false;
const isTyping = ({ target }: Event) =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, [role="textbox"]') !== null);

/** Hears files and links that are dragged over the window or pasted into it. */
export function useFileDrop(): Dragged | null {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  useEffect(() => {
    // What is dragged within the window is no link from elsewhere.
    let own = false;
    const kindOf = (event: DragEvent): Dragged['kind'] | null => {
      if (!own && holds(event, 'text/uri-list') && !holds(event, 'Files')) return 'link';
      return holds(event, 'Files') ? 'files' : null;
    };
    const begin = () => { own = true; };
    const end = () => { own = false; };
    const enter = (event: DragEvent) => {
      const kind = kindOf(event);
      if (kind === null) return;
      event.preventDefault();
      setDragged({ kind, count: kind === 'files' ? [...(event.dataTransfer?.items ?? [])].filter((item) => item.kind === 'file').length : 0 });
    };
    const over = (event: DragEvent) => {
      if (kindOf(event) === null) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    };
    // Leave comes for every element that is crossed, and not for one that was taken away in the meantime, so
    // counting goes wrong. Only the leave that leads nowhere is the window's own.
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragged(null);
    };
    const drop = (event: DragEvent) => {
      // Also for what is no file: a dropped link must not replace the page.
      event.preventDefault();
      setDragged(null);
      const files = [...(event.dataTransfer?.files ?? [])];
      const isFolder = event.target instanceof Element && event.target.closest('[data-folder-target]') !== null;
      if (files.length > 0 && isFolder) return void chooseDropped(files);
      const links = own || event.dataTransfer === null ? [] : linksIn(event.dataTransfer);
      // A browser may promise a file that lies nowhere yet; the link says where the picture is.
      if (links.length > 0) void addLinks(links, 'dropped');
      else if (files.length > 0) void addDropped(files, event.shiftKey);
    };
    const paste = (event: ClipboardEvent) => {
      if (isTyping(event) || event.clipboardData === null) return;
      event.preventDefault();
      void addPasted(event.clipboardData);
    };
    const heard = [
      ['dragstart', begin], ['dragend', end], ['dragenter', enter], ['dragover', over], ['dragleave', leave], ['drop', drop], ['paste', paste],
    ] as const;
    for (const [name, listener] of heard) window.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of heard) window.removeEventListener(name, listener as EventListener);
    };
  }, []);
  return dragged;
}
