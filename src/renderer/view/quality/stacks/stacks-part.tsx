import { t } from '@shared/language/language';
import { stackDistances, type StackDistance } from '@shared/library/stacks';
import { useEffect } from 'react';
import { Button } from '../../../parts/button';
import { Meter } from '../../../parts/meter';
import { Notice } from '../../../parts/notice';
import { Segmented } from '../../../parts/segmented';
import { Spoken } from '../../../parts/spoken';
import { useSettled } from '../../../parts/use-settled';
import { askStacks, followStacks, openStacks, useStacks } from '../../../store/use-stacks';
import { useView } from '../../../store/use-view';
import { QualityHead } from '../quality-head';
import { NoStacks } from './no-stacks';
import { StackList } from './stack-list';
import styles from './stacks-part.module.css';

const strictness = [
  ['strict', t('Strict')],
  ['usual', t('Usual')],
  ['loose', t('Loose')],
] as const satisfies readonly (readonly [StackDistance, string])[];

/** Pictures that look nearly the same, one stack after the other, to keep the best of each. */
export function StacksPart() {
  const { answer, decided, distance, problem } = useStacks();
  const words = useSettled(useView((state) => state.quality.text.trim()), 150);
  useEffect(() => followStacks(), []);
  useEffect(() => askStacks({ words }), [words]);
  const stacks = openStacks({ answer, decided });
  const total = answer === null ? 0 : answer.total - (answer.stacks.length - stacks.length);
  const about = answer === null ? '' : t('{total, plural, one {# stack} other {# stacks}}', { total });
  return (
    <>
      <QualityHead about={about} />
      <div className={styles.bar}>
        <Segmented label={t('How alike pictures must be')} options={strictness} value={distance} onChange={(next) => askStacks({ distance: next })} />
        <span className={styles.about}>
          {t('Up to {most, number} of 64 traits differ. Files move only to follow ratings.', { most: stackDistances[distance] })}
        </span>
        {answer !== null && answer.waiting > 0 && <StillLooking known={answer.known} waiting={answer.waiting} />}
      </div>
      {problem !== null && <Notice actions={<Button onPress={() => askStacks()}>{t('Try again')}</Button>}>{problem}</Notice>}
      <Spoken status>{about}</Spoken>
      {answer !== null && (stacks.length === 0 ? <NoStacks answer={answer} /> : <StackList stacks={stacks} total={total} />)}
    </>
  );
}

function StillLooking({ known, waiting }: { readonly known: number; readonly waiting: number }) {
  return (
    <span className={styles.looking}>
      <Meter label={t('Pictures looked at')} value={known} total={known + waiting} />
      {t('{known, number} of {all, number} pictures looked at', { known, all: known + waiting })}
    </span>
  );
}
