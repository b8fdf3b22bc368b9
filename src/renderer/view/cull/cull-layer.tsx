import { t } from '@shared/language/language';
import { memo, useEffect, useRef } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { BrandMark } from '../../parts/brand-mark';
import { cx } from '../../parts/cx';
import { Spoken } from '../../parts/spoken';
import { beginCulling, setCulling, useCull } from '../../store/use-cull';
import { setCursor } from '../../store/use-library';
import { type CullState, useView } from '../../store/use-view';
import { BlindView } from './blind-view';
import { CompareView } from './compare-view';
import styles from './cull-layer.module.css';
import { DecideOne } from './decide-one';
import { letGoOfPictures } from './decoded-pictures';
import { NothingToDecide } from './nothing-to-decide';
import { forgetStories } from './use-story-of';

/** The layer over everything in which a person decides about pictures, on neutral ground. */
export function CullLayer() {
  const cull = useView((state) => state.cull);
  return cull === null ? null : <Layer cull={cull} />;
}

/** A step to the next picture draws only what shows the picture. */
const views = { one: memo(DecideOne), compare: memo(CompareView), blind: memo(BlindView) } as const;

function Layer({ cull }: { readonly cull: CullState }) {
  const first = useRef(cull);
  useEffect(() => {
    forgetStories();
    beginCulling(first.current);
    const before = document.activeElement;
    return () => {
      letGoOfPictures();
      setCulling({ said: '' });
      giveBack(before);
    };
  }, []);
  const id = cull.ids[cull.at];
  // Who leaves goes on at the picture that was looked at last.
  useEffect(() => {
    if (id !== undefined) setCursor(id);
  }, [id]);
  const View = cull.ids.length === 0 ? NothingToDecide : views[cull.mode];
  return (
    <ModalOverlay className={cx(styles.overlay)} isOpen isKeyboardDismissDisabled>
      <Modal className={cx(styles.modal)}>
        <Dialog className={cx(styles.dialog)} aria-label={t('Decide about pictures')}>
          <div className={styles.brand} aria-hidden>
            <BrandMark />
            {t('Alice')}
          </div>
          <View />
          <Said />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What happened, for screen readers. */
function Said() {
  return (
    <Spoken status>{useCull((state) => state.said)}</Spoken>
  );
}

/** The keyboard goes back to where it was; what it was on may have gone with its row. */
function giveBack(before: Element | null): void {
  // The place behind the layer is in sight again first.
  requestAnimationFrame(() => requestAnimationFrame(() => {
    if (document.activeElement !== document.body && document.activeElement !== null) return;
    const there = before instanceof HTMLElement && before !== document.body && before.isConnected ? before : document.querySelector<HTMLElement>('main [data-pane-focus]');
    there?.focus({ focusVisible: true } as FocusOptions);
  }));
}
