import { Settings2 } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { Button as PartButton } from '../../parts/button';
import { cx } from '../../parts/cx';
import { Icon } from '../../parts/icon';
import { operationSentence } from '../../parts/operation-words';
import { Segmented } from '../../parts/segmented';
import { setOperation, setTheme } from '../../store/actions';
import { askToReadAgain } from '../../store/use-reading';
import { showSourceRules } from '../../store/use-source-rules';
import { useStatus } from '../../store/use-status';
import { showStages } from '../../store/use-view';
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
  const [open, setOpen] = useState(false);
  if (status === null) return null;
  const instead = (act: () => unknown) => {
    setOpen(false);
    act();
  };
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
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
          <div className={styles.setting}>
            <h3>Where files come from</h3>
            <PartButton onPress={() => instead(showSourceRules)}>Source rules…</PartButton>
            <PartButton onPress={() => instead(() => askToReadAgain(true))}>Read all metadata again…</PartButton>
          </div>
          <div className={styles.setting}>
            <h3>How quality is measured</h3>
            <PartButton onPress={() => instead(() => showStages(true))}>Quality stages…</PartButton>
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
