import type { StartMediaProcess } from '../adapters/media/protocol';
import type { Hub } from '../hub';
import type { StageSource } from '../hub/quality-stages-setup';
import type { ReportBug } from '../kernel/report-bug';
import type { LaunchOptions } from './launch-options';
import type { TwoFolders } from './run-folders';
import type { SettingsStore } from './settings';

/** What a workspace is given. */
export interface WorkspaceOptions {
  readonly launch: LaunchOptions;
  readonly settings: SettingsStore;
  readonly suggested: TwoFolders;
  /** Asked whenever a hub is opened: the data folder can be moved while Alice is open. */
  readonly dataFolder: () => string;
  readonly sampleFolder: string;
  readonly startMedia: StartMediaProcess;
  /** The stages of the quality pipeline that a person set up, and their keys. */
  readonly stages: StageSource;
  readonly version: string;
  readonly reportBug: ReportBug;
  /** Told whenever the status may have changed. */
  readonly changed: () => void;
  /** Told when a hub has been opened, before it starts. */
  readonly opened: (hub: Hub) => void;
}
