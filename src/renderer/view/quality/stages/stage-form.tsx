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
  ['preview', 'A small preview'],
  ['original', 'The file itself'],
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
    setTried(`Asking about ${picture.file_name}…`);
    setTried(await tryStage(written, key, picture.content_hash));
  });
  const field = (name: Exclude<keyof StageFormValues, 'send' | 'enabled'>) =>
    ({ value: values[name], onChange: (value: string) => change({ [name]: value }), onEnter: () => void keep() });

  return (
    <div ref={form} role="group" className={styles.form} aria-label={stage === null ? 'New stage' : `Change ${stage.name}`}>
      <h3>{stage === null ? 'New stage' : `Change ${stage.name}`}</h3>
      <div className={styles.fields}>
        <TextField label="Name" disabled={stage !== null} {...(stage === null && { hint: 'Small letters, digits, - and _' })} {...field('name')} />
        <TextField label="Address" wide {...field('url')} />
        <TextField label="Header for the key" {...field('key_header')} />
        <KeyField
          wide
          kept={stage?.has_key === true}
          value={key}
          problem={secretsProblem === null ? null : `${secretsProblem} Or give it the key in the environment, as ${keyVariable(values.name)}.`}
          onChange={(next) => { setKey(next); setProblem(null); setTried(null); }}
          onEnter={() => void keep()}
        />
        <TextField label="Where the number stands" hint="In the answer: score, or result.0.quality" {...field('score_path')} />
        <TextField label="Poorest is" {...field('poorest')} />
        <TextField label="Best is" {...field('best')} />
        <TextField label="Weight beside BRISQUE’s 1" {...field('weight')} />
        <TextField label="Costs, per picture" hint="In your words; empty for nothing" {...field('cost')} />
        <TextField label="Seconds to wait" {...field('seconds')} />
      </div>
      <Segmented label="What is sent" options={sent} value={values.send} onChange={(send) => change({ send })} />
      <WhatIsSent values={values} withKey={key === null ? stage?.has_key === true : key.trim() !== ''} />
      <CheckBox label="Send every picture that is rated from now on" on={values.enabled} onChange={(enabled) => change({ enabled })} />
      {problem !== null && <Notice>{problem}</Notice>}
      <p className={styles.tried} role="status" dir="auto">
        {tried}
      </p>
      <div className={styles.foot}>
        {picture !== null && (
          <Button disabled={busy} onPress={() => void attempt()}>
            Try on {picture.file_name}
          </Button>
        )}
        <Button onPress={onDone}>Cancel</Button>
        <Button kind="primary" disabled={busy} onPress={() => void keep()}>
          {stage === null ? 'Add stage' : 'Save stage'}
        </Button>
      </div>
    </div>
  );
}
