import { join } from 'node:path';
import { t } from '@shared/language/language';
import { Menu, nativeImage, Tray } from 'electron';
import { type TrayActions, trayMenu, type TrayModel } from './tray-menu';

export interface TrayIconOptions {
  readonly iconFolder: string;
  readonly act: TrayActions;
  /** Whether there is a place for it. */
  readonly host: () => Promise<boolean>;
}

/** The icon in the tray: there while it is wanted and the system has a place for it. */
export class TrayIcon {
  readonly #options: TrayIconOptions;
  #tray: Tray | null = null;
  #told = '';
  #wanted = false;
  #model: TrayModel | null = null;

  constructor(options: TrayIconOptions) {
    this.#options = options;
  }

  /** Whether Alice can be reached there. */
  get shown(): boolean {
    return this.#tray !== null;
  }

  async want(wanted: boolean): Promise<void> {
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    if (!wanted) {
      this.remove();
      return;
    }
    const hosted = await this.#options.host();
    // Meanwhile it may not be wanted any more.
    if (!hosted || !this.#wanted || this.#tray !== null) return;
    this.#tray = new Tray(this.#icon('watching'));
    if (process.platform !== 'darwin') this.#tray.on('click', this.#options.act.open);
    if (this.#model !== null) this.tell(this.#model);
  }

  tell(model: TrayModel): void {
    this.#model = model;
    const words = JSON.stringify(model);
    if (this.#tray === null || words === this.#told) return;
    this.#told = words;
    this.#tray.setImage(this.#icon(model.state));
    this.#tray.setToolTip(t('Alice: {sentence}', { sentence: model.sentence }));
    this.#tray.setContextMenu(Menu.buildFromTemplate(trayMenu(model, this.#options.act)));
  }

  remove(): void {
    this.#tray?.destroy();
    this.#tray = null;
    this.#told = '';
  }

  /** macOS colours it itself, by name: black on clear becomes what the menu bar needs. */
  #icon(state: TrayModel['state']) {
    const file = process.platform === 'darwin' ? `${state}Template.png` : `${state}.png`;
    return nativeImage.createFromPath(join(this.#options.iconFolder, file));
  }
}
