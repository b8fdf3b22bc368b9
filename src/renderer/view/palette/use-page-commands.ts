import { t } from '@shared/language/language';
import { type PalettePage, showPalette } from '../../store/commands-palette';
import { type CommandHandler, useCommands } from '../../store/commands';
import { isPictureMeant } from '../../store/palette-subject';

const toPage = (page: PalettePage) => () => showPalette(true, page);
const ofPictures = (page: PalettePage): CommandHandler => ({
  run: toPage(page), unless: () => (isPictureMeant() ? null : t('Choose or open a picture in the library first')),
});

/** The ways to the pages of the palette, by a key of one's own as well. */
export function usePageCommands(): void {
  useCommands({
    'palette.open': toPage('palette.open'),
    'palette.move': ofPictures('palette.move'),
    'palette.place': ofPictures('palette.place'),
    'palette.rate': ofPictures('palette.rate'),
    'palette.project': toPage('palette.project'),
    'palette.date': toPage('palette.date'),
    'palette.theme': toPage('palette.theme'),
  });
}
