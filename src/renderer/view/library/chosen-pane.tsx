import { t } from '@shared/language/language';
import type { ChosenFacts, ValueCount } from '@shared/library/chosen-facts';
import { toolName } from '@shared/library/provenance';
import { bytesInWords } from '@shared/story/words';
import { PanelRightClose } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../../parts/button';
import { type Fact, Facts } from '../../parts/facts';
import { Notice } from '../../parts/notice';
import { number } from '../../parts/numbers';
import { Section } from '../../parts/section';
import { SidePane } from '../../parts/side-pane';
import { Stars } from '../../parts/stars';
import { askQuietly } from '../../store/ask';
import type { Chosen } from '../../store/library-chosen';
import { useLibrary } from '../../store/use-library';
import { allChosen } from '../../store/use-library-chosen';
import { setLibrary } from '../../store/use-view';
import styles from './chosen-pane.module.css';
import inspector from './inspector.module.css';

const close = () => setLibrary({ open: null });
/** A selection that is being drawn is looked at when it rests. */
const restMs = 120;

/** Many pictures at once: how many, how large, and how they divide. */
export function ChosenPane({ chosen }: { readonly chosen: Chosen }) {
  const { facts, problem } = useFacts(chosen);
  return (
    <SidePane
      label={t('Inspector')}
      keptAs="Inspector"
      head={
        <>
          <h2 className={inspector.name}>{t('{count, plural, one {# picture} other {# pictures}}', { count: chosen.count })}</h2>
          <Button kind="quiet" icon={PanelRightClose} label={t('Hide inspector')} onPress={close} />
        </>
      }
    >
      {problem !== null && <Notice>{problem}</Notice>}
      {facts !== null && (
        <>
          <Facts facts={factsOf(facts, chosen.count)} />
          <Section title={t('Ratings')}>
            {facts.ratings.filter(({ count }) => count > 0).map(({ value, count }) => (
              <div key={value} className={styles.row}>
                {value === '0' ? <span>{t('not rated')}</span> : <Stars stars={Number(value) as 1 | 2 | 3 | 4 | 5} />}
                <Share count={count} of={facts.pictures} />
              </div>
            ))}
          </Section>
          <Values title={t('Tools')} values={facts.tools} of={facts.pictures} nameOf={toolName} />
          <Values title={t('Models')} values={facts.models} of={facts.pictures} nameOf={(model) => (model === '' ? t('none told') : model)} />
          <Values title={t('Projects')} values={facts.projects} of={facts.pictures} nameOf={(project) => project} />
        </>
      )}
    </SidePane>
  );
}

interface ValuesProps {
  readonly title: string;
  readonly values: readonly ValueCount[];
  readonly of: number;
  readonly nameOf: (value: string) => string;
}

function Values({ title, values, of, nameOf }: ValuesProps) {
  return (
    <Section title={title}>
      {values.map(({ value, count }) => (
        <div key={value} className={styles.row}>
          <span className={styles.value} title={nameOf(value)} dir="auto">
            {nameOf(value)}
          </span>
          <Share count={count} of={of} />
        </div>
      ))}
    </Section>
  );
}

function Share({ count, of }: { readonly count: number; readonly of: number }) {
  return (
    <>
      <span className={styles.share} aria-hidden>
        <span style={{ width: `${(count / Math.max(1, of)) * 100}%` }} />
      </span>
      <span className={styles.count}>{number(count)}</span>
    </>
  );
}

function factsOf({ pictures, videos, bytes, smallest, largest, own }: ChosenFacts, chosen: number): readonly Fact[] {
  const facts: Fact[] = [[t('Pictures'), number(pictures - videos)]];
  if (videos > 0) facts.push([t('Videos'), number(videos)]);
  facts.push([t('Together'), bytesInWords(bytes)]);
  if (smallest !== null && largest !== null) {
    const pixels = smallest === largest
      ? t('{size, number} px', { size: largest })
      : t('{from, number} – {to, number} px', { from: smallest, to: largest });
    facts.push([t('Longer side'), pixels]);
  }
  facts.push([t('Rated by you'), number(own)]);
  if (pictures < chosen) facts.push([t('Filed no more'), number(chosen - pictures)]);
  return facts;
}

interface Answer {
  readonly facts: ChosenFacts | null;
  readonly problem: string | null;
}

/** Asked for anew when others are chosen, and when something of the library has changed. */
function useFacts(chosen: Chosen): Answer {
  const [answer, setAnswer] = useState<Answer>({ facts: null, problem: null });
  const shown = useLibrary((state) => state.answer);
  useEffect(() => {
    let left = false;
    const timer = setTimeout(() => {
      void askQuietly('chosen/facts', { ids: [...allChosen()] }).then((reply) => {
        if (!left) setAnswer(typeof reply === 'string' ? { facts: null, problem: reply } : { facts: reply.answer, problem: null });
      });
    }, restMs);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [chosen, shown]);
  return answer;
}
