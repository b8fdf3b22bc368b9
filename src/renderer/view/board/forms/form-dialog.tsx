import { t } from '@shared/language/language';
import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../../../parts/button';
import { cx } from '../../../parts/cx';
import { Notice } from '../../../parts/notice';
import { type BoardForm, closeBoardForm } from '../../../store/board/board-forms';
import { forgetDraft, keepDraft, keyOfForm, newDraft, useDraft } from '../../../store/board/form-drafts';
import { sayWithUndo } from '../../../store/say-with-undo';
import type { FormValues } from '../../../store/board/form-values';
import { ChangesList } from './changes-list';
import { FormField } from './form-field';
import { type FormProblems, problemsOf } from './form-problems';
import type { FormSpec } from './form-spec';
import styles from './forms.module.css';
import { useCtrlEnter } from './use-ctrl-enter';

const none: FormProblems = new Map();

/** One form: what is written stays until it is sent or thrown away. */
export function FormDialog({ form, spec }: { readonly form: BoardForm; readonly spec: FormSpec }) {
  const key = keyOfForm(form);
  const body = useRef<HTMLDivElement>(null);
  const written = useDraft(key);
  const [fresh] = useState(() => newDraft(spec.values));
  const draft = written ?? fresh;
  const dirty = written !== null && JSON.stringify(written.values) !== JSON.stringify(spec.values);
  const [problems, setProblems] = useState(none);
  const [leaving, setLeaving] = useState(false);
  const [busy, setBusy] = useState(false);
  const { values } = draft;

  const change = (next: FormValues) => {
    keepDraft(key, next);
    setProblems(none);
    setLeaving(false);
  };
  const close = () => {
    if (dirty && !leaving) setLeaving(true);
    else closeBoardForm();
  };
  const throwAway = () => {
    forgetDraft(key);
    closeBoardForm();
  };
  const submit = async () => {
    if (busy) return;
    const found = problemsOf(spec, draft);
    setProblems(found);
    const [first] = found.keys();
    if (first !== undefined) {
      document.querySelector<HTMLElement>(`[data-field="${first}"] :is(input, textarea, select, button)`)?.focus();
      return;
    }
    setBusy(true);
    const reply = await spec.wish(draft).send();
    setBusy(false);
    if ('refused' in reply) {
      setProblems(new Map([['', reply.refused]]));
      return;
    }
    throwAway();
    void sayWithUndo(reply.done);
  };
  useCtrlEnter(body, () => void submit());
  const general = problems.get('');
  return (
    <ModalOverlay className={cx(styles.scrim)} isOpen onOpenChange={(open) => { if (!open) close(); }}>
      <Modal className={cx(styles.modal)}>
        <Dialog className={cx(styles.dialog)}>
          <header className={styles.head}>
            <Heading slot="title">{spec.title}</Heading>
            <Button kind="quiet" icon={X} label={t('Close')} shortcut="Esc" onPress={close} />
          </header>
          <div ref={body} className={styles.body}>
            {spec.about !== undefined && <p>{spec.about}</p>}
            {spec.fields.map((field, at) => (
              <FormField
                key={field.name}
                field={field}
                values={values}
                problem={problems.get(field.name) ?? null}
                first={at === 0}
                onChange={change}
              />
            ))}
          </div>
          {spec.changes !== undefined && <ChangesList changes={spec.changes(values)} />}
          {general !== undefined && <Notice>{general}</Notice>}
          {leaving ? (
            <Leaving onStay={() => setLeaving(false)} onKeep={closeBoardForm} onThrow={throwAway} />
          ) : (
            <footer className={styles.foot}>
              <Button onPress={close}>{t('Cancel')}</Button>
              <Button kind="primary" shortcut="Ctrl Enter" disabled={busy} onPress={() => void submit()}>
                {spec.verb}
              </Button>
            </footer>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface LeavingProps {
  readonly onStay: () => void;
  readonly onKeep: () => void;
  readonly onThrow: () => void;
}

/** Asked before something that was written is left. */
function Leaving({ onStay, onKeep, onThrow }: LeavingProps) {
  return (
    <footer className={styles.foot} aria-label={t('Leave the form')}>
      <span className={styles.leaving} role="alert">{t('What you wrote is not sent yet.')}</span>
      <Button onPress={onThrow}>{t('Throw away')}</Button>
      <Button onPress={onKeep}>{t('Keep for later')}</Button>
      <Button kind="primary" onPress={onStay}>{t('Go on writing')}</Button>
    </footer>
  );
}
