import { zoomBeside } from '@shared/settings/appearance-settings';
import { useCommands } from '../../store/commands';
import { changeSetting, chooseImport, exportSettings, loadSettings, useSettings } from '../../store/use-settings';
import { goToSettings } from '../../store/use-view';

/** Settings that are changed from anywhere, and the ways to their sections. */
export function useSettingsCommands(): void {
  useCommands({
    'settings.theme-system': () => changeSetting({ key: 'theme', value: 'system' }),
    'settings.theme-light': () => changeSetting({ key: 'theme', value: 'light' }),
    'settings.theme-dark': () => changeSetting({ key: 'theme', value: 'dark' }),
    'settings.high-contrast': async () => changeSetting({ key: 'contrast', value: (await now('contrast')) === 'high' ? 'system' : 'high' }),
    'settings.larger': () => zoom(1),
    'settings.smaller': () => zoom(-1),
    'settings.actual-size': () => changeSetting({ key: 'zoom', value: 100 }),
    'settings.export': () => exportSettings(false),
    'settings.import': () => {
      goToSettings();
      return chooseImport();
    },
    'settings.appearance': () => goToSettings('appearance'),
    'settings.folders': () => goToSettings('files'),
    'settings.data': () => goToSettings('data'),
    'settings.about': () => goToSettings('about'),
  });
}

async function now(key: 'contrast' | 'zoom') {
  await loadSettings();
  return useSettings.getState().now?.values[key];
}

async function zoom(direction: 1 | -1): Promise<void> {
  const zoomed = await now('zoom');
  if (typeof zoomed === 'number') await changeSetting({ key: 'zoom', value: zoomBeside(zoomed, direction) });
}
