import { t } from '@shared/language/language';
import { Minus, Plus } from 'lucide-react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { Button } from '../../parts/button';
import { cx } from '../../parts/cx';
import { setLibrary, useView } from '../../store/use-view';
import styles from './zoom-slider.module.css';
import { clampZoom, maxZoom, minZoom } from './zoom';

/** How large the pictures are. */
export function ZoomSlider() {
  const zoom = useView((state) => state.library.zoom);
  const set = (wanted: number) => setLibrary({ zoom: clampZoom(wanted) });
  return (
    <div className={styles.zoom}>
      <Button kind="quiet" icon={Minus} label={t('Smaller pictures')} command="library.smaller" why={zoom === minZoom ? t('That is as far as it goes') : null} onPress={() => set(zoom - 1)} />
      <Slider aria-label={t('Picture size')} minValue={minZoom} maxValue={maxZoom} step={1} value={zoom} onChange={(value) => set(value)}>
        <SliderTrack className={cx(styles.track)}>
          <SliderThumb className={cx(styles.thumb)} />
        </SliderTrack>
      </Slider>
      <Button kind="quiet" icon={Plus} label={t('Larger pictures')} command="library.larger" why={zoom === maxZoom ? t('That is as far as it goes') : null} onPress={() => set(zoom + 1)} />
    </div>
  );
}
