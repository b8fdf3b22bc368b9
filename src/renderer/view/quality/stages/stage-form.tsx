import { t } from '@shared/language/language';
import type { HttpStage, StageOnOffer } from '@shared/library/quality-stage';
import { keyVariable } from '@shared/library/stage-words';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../parts/button';
import { Notice } from '../../../parts/notice';
import { Segmented } from '../../../parts/segmented';
import { keepStage, pictureToTry, tryStage } from '../../../store/use-stages';
import { CheckBox } from './check-box';
import { KeyField } from './key-field';
import { formValuesOf, stageOf, type StageFormValues } from './stage-form-values';
import styles from './stages.module.css';
import { TextField } from './text-field';
import { WhatIsSent } from './what-is-sent';

const sent = [
  ['preview', t('A small preview')],
  ['original', t('The file itself')],
] as const;

interface StageFormProps {
  /** The stage that is changed; null for a new one. */
  readonly stage: StageOnOffer | null;
  /** Why no key can be kept here; null when it can. */
  readonly secretsProblem: string | null;
  readonly onDone: () => void;
}

/** A service that looks at pictures, as it is written. What is wrong with it is said beneath it. */
export function StageForm({ stage, secretsProblem, onDone }: StageFormProps) {
  const [values, setValues] = useState(() => formValuesOf(stage?.setup ?? null));
  const [key, setKey] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [tried, setTried] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => { form.current?.querySelector<HTMLInputElement>('input:not(:disabled)')?.focus(); }, []);

  const change = (next: Partial<StageFormValues>) => {
    setValues((before) => ({ ...before, ...next }));
    setProblem(null);
    setTried(null);
  };
  const unlessWrong = async (act: (written: HttpStage) => Promise<void>) => {
    const written = stageOf(values);
    setProblem(typeof written === 'string' ? written : null);
    setTried(null);
    if (typeof written === 'string' || busy) return;
    setBusy(true);
    await act(written);
    setBusy(false);
  };
  const keep = () => unlessWrong(async (written) => {
    const refusal = await keepStage(written, key);
    setProblem(refusal);
    if (refusal === null) onDone();
  });
  const picture = pictureToTry();
  const attempt = () => unlessWrong(async (written) => {
    if (picture === null) return;
    setTried(t('Asking about {name}…', { name: picture.file_name }));
    setTried(await tryStage(written, key, picture.content_hash));
  });
  const field = (name: Exclude<keyof StageFormValues, 'send' | 'enabled'>) =>
    ({ value: values[name], onChange: (value: string) => change({ [name]: value }), onEnter: () => void keep() });

  return (
    <div ref={form} role="group" className={styles.form} aria-label={stage === null ? t('New stage') : t('Change {name}', { name: stage.name })}>
      <h3>{stage === null ? t('New stage') : t('Change {name}', { name: stage.name })}</h3>
      <div className={styles.fields}>
        <TextField label={t('Name')} disabled={stage !== null} {...(stage === null && { hint: t('Small letters, digits, - and _') })} {...field('name')} />
        <TextField label={t('Address')} wide {...field('url')} />
        <TextField label={t('Header for the key')} {...field('key_header')} />
        <KeyField
          wide
          kept={stage?.has_key === true}
          value={key}
          problem={secretsProblem === null ? null : t('{problem} Or give it the key in the environment, as {name}.', { problem: secretsProblem, name: keyVariable(values.name) })}
          onChange={(next) => { setKey(next); setProblem(null); setTried(null); }}
          onEnter={() => void keep()}
        />
        <TextField label={t('Where the number stands')} hint={t('In the answer: score, or result.0.quality')} {...field('score_path')} />
        <TextField label={t('Poorest is')} {...field('poorest')} />
        <TextField label={t('Best is')} {...field('best')} />
        <TextField label={t('Weight beside BRISQUE’s 1')} {...field('weight')} />
        <TextField label={t('Costs, per picture')} hint={t('In your words; empty for nothing')} {...field('cost')} />
        <TextField label={t('Seconds to wait')} {...field('seconds')} />
      </div>
      <Segmented label={t('What is sent')} options={sent} value={values.send} onChange={(send) => change({ send })} />
      <WhatIsSent values={values} withKey={key === null ? stage?.has_key === true : key.trim() !== ''} />
      <CheckBox label={t('Send every picture that is rated from now on')} on={values.enabled} onChange={(enabled) => change({ enabled })} />
      {problem !== null && <Notice>{problem}</Notice>}
      <p className={styles.tried} role="status" dir="auto">
        {tried}
      </p>
      <div className={styles.foot}>
        {picture !== null && (
          <Button disabled={busy} onPress={() => void attempt()}>
            {t('Try on {name}', { name: picture.file_name })}
          </Button>
        )}
        <Button onPress={onDone}>{t('Cancel')}</Button>
        <Button kind="primary" disabled={busy} onPress={() => void keep()}>
          {stage === null ? t('Add stage') : t('Save stage')}
        </Button>
      </div>
    </div>
  );
}
