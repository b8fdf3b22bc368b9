import { t } from '@shared/language/language';
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { StageOnOffer, StagesNow } from '@shared/library/quality-stage';
import { Button } from '../../parts/button';
import { cx } from '../../parts/cx';
import { Notice } from '../../parts/notice';
import { askStages, keepStage, removeStage, useStages } from '../../store/use-stages';
import { showStages, useView } from '../../store/use-view';
import { RemoveQuestion } from './stages/remove-question';
import { StageForm } from './stages/stage-form';
import { StageList } from './stages/stage-list';
import styles from './stages/stages.module.css';

const close = () => showStages(false);

/** What looks at pictures, what it costs and needs, and where it sends them. */
export function StagesDialog() {
  const shown = useView((state) => state.stages_shown);
  const now = useStages((state) => state.now);
  useEffect(() => { if (shown) void askStages(); }, [shown]);
  if (!shown || now === null) return null;
  return (
    <ModalOverlay className={cx(styles.scrim)} isOpen isDismissable onOpenChange={(open) => { if (!open) close(); }}>
      <Modal className={cx(styles.modal)}>
        <Dialog className={cx(styles.dialog)}>
          <header className={styles.head}>
            <Heading slot="title">{t('Quality stages')}</Heading>
            <Button kind="quiet" icon={X} label={t('Close')} shortcut="Esc" onPress={close} />
          </header>
          <Stages now={now} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Stages({ now: { stages, secrets_problem } }: { readonly now: StagesNow }) {
  const [edited, setEdited] = useState<StageOnOffer | 'new' | null>(null);
  const [removed, setRemoved] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const body = useRef<HTMLDivElement>(null);
  // What had the keyboard may be gone with its stage or form: the dialog keeps it, so that Escape and Tab still work.
  useEffect(() => {
    if (document.activeElement === document.body) body.current?.focus();
  }, [edited, removed, stages]);
  const begin = (next: StageOnOffer | 'new') => {
    setProblem(null);
    setEdited(next);
  };
  const switched = async ({ setup }: StageOnOffer, enabled: boolean) => {
    if (setup !== null) setProblem(await keepStage({ ...setup, enabled }, null));
  };
  const remove = async (name: string) => {
    setRemoved(null);
    setEdited(null);
    setProblem(await removeStage(name));
  };
  return (
    <div className={styles.body} ref={body} tabIndex={-1}>
      {edited === null ? (
        <>
          <p>
            {t('The stars always come from BRISQUE: they are technical quality, measured on this machine. A stage that you add looks at each rated picture, too, and its score stands beside the stars.')}
          </p>
          <StageList
            stages={stages}
            onSwitch={(stage, on) => void switched(stage, on)}
            onEdit={begin}
            onRemove={({ name }) => setRemoved(name)}
          />
          {stages.every(({ kind }) => kind === 'built_in') && <p>{t('No stage was added. Nothing about your pictures leaves this machine.')}</p>}
          {problem !== null && <Notice>{problem}</Notice>}
          <div className={styles.foot}>
            <span className={styles.tried}>{t('Changes hold for the next picture.')}</span>
            <Button onPress={() => begin('new')}>{t('Add a stage…')}</Button>
          </div>
        </>
      ) : (
        <StageForm stage={edited === 'new' ? null : edited} secretsProblem={secrets_problem} onDone={() => setEdited(null)} />
      )}
      {removed !== null && <RemoveQuestion name={removed} onYes={() => void remove(removed)} onClose={() => setRemoved(null)} />}
    </div>
  );
}
