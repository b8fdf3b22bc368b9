import { t } from '@shared/language/language';
import { ImagePlus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../parts/button';
import { Icon } from '../../../parts/icon';
import { Thumb } from '../../../parts/thumb';
import styles from './forms.module.css';
import { PicturePicker } from './picture-picker';

interface PicturesFieldProps {
  readonly label: string;
  readonly pictures: readonly string[];
  readonly onChange: (pictures: readonly string[]) => void;
}

/** So many are drawn; of an import of thousands the number says enough. */
const most = 60;

/** Pictures that were picked, and the way to pick others. */
export function PicturesField({ label, pictures, onChange }: PicturesFieldProps) {
  const [picking, setPicking] = useState(false);
  return (
    <>
      {pictures.length > 0 && (
        <ul className={styles.pictures} aria-label={t('{label}, picked', { label })}>
          {pictures.slice(0, most).map((hash, at) => (
            <li key={hash}>
              <Thumb hash={hash} className={styles.thumb} />
              <button type="button" aria-label={t('Remove picture {at, number}', { at: at + 1 })} onClick={() => onChange(pictures.filter((each) => each !== hash))}>
                <Icon of={X} size="sm" inherit />
              </button>
            </li>
          ))}
          {pictures.length > most && <li>{t('and {count, number} more', { count: pictures.length - most })}</li>}
        </ul>
      )}
      <div>
        <Button icon={ImagePlus} onPress={() => setPicking(true)}>{t('Pick pictures…')}</Button>
      </div>
      {picking && (
        <PicturePicker
          picked={pictures}
          onPick={(next) => {
            onChange(next);
            setPicking(false);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </>
  );
}
