import { Settings2 } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { cx } from '../../parts/cx';
import { Icon } from '../../parts/icon';
import { operationSentence } from '../../parts/operation-words';
import { Segmented } from '../../parts/segmented';
import { setOperation, setTheme } from '../../store/actions';
import { useStatus } from '../../store/use-status';
import styles from './settings-button.module.css';

const themes = [
  ['system', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;
const operations = [
  ['copy', 'Copy, keep originals'],
  ['move', 'Move'],
] as const;

/** The few settings of this version: theme, and whether files are copied or moved. */
export function SettingsButton() {
  const status = useStatus((state) => state.status);
  if (status === null) return null;
  return (
    <DialogTrigger>
      <Button className={cx(styles.button)}>
        <Icon of={Settings2} size="sm" inherit />
        Settings
      </Button>
      <Popover className={cx(styles.popover)} placement="top end" offset={6}>
        <Dialog className={cx(styles.dialog)}>
          <Heading slot="title">Settings</Heading>
          <div className={styles.setting}>
            <h3>Appearance</h3>
            <Segmented label="Appearance" options={themes} value={status.theme} onChange={(theme) => void setTheme(theme)} />
          </div>
          <div className={styles.setting}>
            <h3>When a file is filed</h3>
            <Segmented
              label="When a file is filed"
              options={operations}
              value={status.operation}
              onChange={(operation) => void setOperation(operation)}
            />
            <p>{operationSentence[status.operation]}</p>
          </div>
          {status.folders_for_this_run && (
            <p className={styles.note}>The folders were named when Alice was started and hold for this run.</p>
          )}
          <p className={styles.version}>Alice {status.version}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
