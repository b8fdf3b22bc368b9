import { ask } from './ask';
import { setLibrary, useView } from './use-view';

const restMs = 400;

/** Takes up how the library was looked at last time, and keeps what changes. */
export async function rememberLibrary(): Promise<void> {
  const kept = await ask('library/preferences', {});
  if (kept !== null) setLibrary(kept);
  let timer: ReturnType<typeof setTimeout> | undefined;
  useView.subscribe(({ library: now }, { library: before }) => {
    if (now.sort === before.sort && now.view === before.view && now.zoom === before.zoom && now.saved === before.saved) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { sort, view, zoom, saved } = useView.getState().library;
      void ask('library/keep-preferences', { sort, view, zoom, saved: [...saved] });
    }, restMs);
  });
}
