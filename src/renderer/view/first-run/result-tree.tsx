import type { SetupCheck } from '@shared/ipc/answers';
import { t } from '@shared/language/language';
import { baseName } from '@shared/library/asset-record';
import { starFolder } from '@shared/library/rating';
import { CalendarDays, Folder, FolderOpen, Inbox, type LucideIcon, WandSparkles } from 'lucide-react';
import { Icon } from '../../parts/icon';
import { Stars } from '../../parts/stars';
import dunes from './pictures/dunes.svg';
import harbor from './pictures/harbor.svg';
import lamps from './pictures/lamps.svg';
import planet from './pictures/planet.svg';
import ridge from './pictures/ridge.svg';
import styles from './result-tree.module.css';

const exampleTool = 'comfyui';

interface ResultTreeProps {
  readonly check: SetupCheck | null;
  readonly place: number;
}

/** What the folders will look like with the answers so far. */
export function ResultTree({ check, place }: ResultTreeProps) {
  const today = new Date().toLocaleDateString('sv-SE');
  return (
    <figure className={styles.tree} aria-label={t('Example of the result')}>
      <Line depth={0} icon={Inbox} name={check === null ? 'inbox' : baseName(check.inbox_path)} note={t('files land here')} now={place === 0} />
      <Line depth={1} icon={Folder} name="lantern-harbor" note={t('a folder is a project')} now={place === 0} />
      <div className={styles.gap} />
      <Line depth={0} icon={FolderOpen} name={check === null ? 'organized' : baseName(check.organized_path)} note={t('Alice writes here')} now={place === 1} />
      <Line depth={1} icon={CalendarDays} name={today} note={t('the day it was made')} now={place === 1} />
      <Line depth={2} icon={FolderOpen} name="lantern-harbor" note={t('the project')} now={place === 1} />
      <Line depth={3} icon={WandSparkles} name={exampleTool} note={t('the tool')} now={place === 1} />
      <StarFolder stars={5} pictures={[harbor, planet, lamps]} />
      <StarFolder stars={4} pictures={[dunes, ridge]} />
    </figure>
  );
}

interface LineProps {
  readonly depth: 0 | 1 | 2 | 3;
  readonly icon: LucideIcon;
  readonly name: string;
  readonly note: string;
  readonly now: boolean;
}

function Line({ depth, icon, name, note, now }: LineProps) {
  return (
    <div className={styles.line} data-depth={depth} data-now={now}>
      <Icon of={icon} />
      <span className={styles.name}>{name}</span>
      <small>{note}</small>
    </div>
  );
}

function StarFolder({ stars, pictures }: { readonly stars: Parameters<typeof starFolder>[0]; readonly pictures: readonly string[] }) {
  return (
    <>
      <div className={styles.line} data-depth={4}>
        <Stars stars={stars} silent />
        <span className={styles.name}>{starFolder(stars)}</span>
      </div>
      <div className={styles.pictures}>
        {pictures.map((picture) => (
          <img key={picture} src={picture} alt="" width="126" height="80" />
        ))}
      </div>
    </>
  );
}
