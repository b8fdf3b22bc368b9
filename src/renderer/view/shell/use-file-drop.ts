import { useEffect, useState } from 'react';
import { addDropped } from '../../store/actions';
import { chooseDropped } from '../../store/use-sources';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Hears files dragged over the window. Gives how many (0 when the system does not say), or null. */
export function useFileDrop(): number | null {
  const [dragged, setDragged] = useState<number | null>(null);
  useEffect(() => {
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setDragged(event.dataTransfer?.items.length ?? 0);
    };
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
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
      if (files.length > 0) void (isFolder ? chooseDropped(files) : addDropped(files));
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return dragged;
}
