import { zoomBeside } from '@shared/settings/appearance-settings';
import { app, type Input } from 'electron';
import type { SettingsChanges } from './settings-changes';

export type ZoomDirection = 1 | -1 | 0;

/** Which zoom a key asks for: Ctrl or Cmd with plus, minus or zero, wherever a keyboard has them; null for every other key. */
export function zoomOfKey({ type, control, meta, alt, key }: Pick<Input, 'type' | 'control' | 'meta' | 'alt' | 'key'>): ZoomDirection | null {
  if (type !== 'keyDown' || alt || !(control || meta)) return null;
  if (key === '+' || key === '=') return 1;
  if (key === '-' || key === '_') return -1;
  return key === '0' ? 0 : null;
}

/** Changes the zoom, which is a setting like others. Hands back what the menu calls. */
export function followZoomKeys(changes: SettingsChanges, reportBug: (error: unknown) => void): (direction: ZoomDirection) => void {
  const zoom = (direction: ZoomDirection) => {
    const now = changes.now.values.zoom;
    changes.change('zoom', direction === 0 || typeof now !== 'number' ? 100 : zoomBeside(now, direction)).catch(reportBug);
  };
  app.on('web-contents-created', (_event, contents) => {
    contents.on('before-input-event', (event, input) => {
      const direction = zoomOfKey(input);
      if (direction === null) return;
      event.preventDefault();
      zoom(direction);
    });
  });
  return zoom;
}
