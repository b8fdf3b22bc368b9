import { t } from '@shared/language/language';
import type { BoardCard } from '@shared/library/board-answers';
import { toolName } from '@shared/library/provenance';
import type { ReactNode } from 'react';
import { type Fact, Facts } from '../../parts/facts';
import { Section } from '../../parts/section';
import { Stars } from '../../parts/stars';
import { Thumb } from '../../parts/thumb';
import { shortDay } from '../../parts/times';
import { goToPicture } from '../../store/use-view';
import styles from './card-pane.module.css';
import { coloursIn } from './card-words';
import { Swatches } from './swatches';

/** What a card says, whole. */
export function CardFacts({ card }: { readonly card: BoardCard }) {
  switch (card.kind) {
    case 'asset': {
      const { content_hash, thumb_hash, media_type, stars, own, source, model, width, height } = card.asset;
      const shape = width === null || height === null ? null : { width, height };
      const size = width === null || height === null ? [] : ([[t('Size'), `${width} × ${height}`]] as const);
      return (
        <>
          <Thumb hash={content_hash} softly={shape === null ? undefined : thumb_hash} shape={shape} video={media_type === 'video'} className={styles.picture} eager />
          {stars !== null && <Stars stars={stars} by={own ? 'you' : 'measured'} />}
          <Facts facts={[[t('Tool'), toolName(source)], ...(model === null ? [] : ([[t('Model'), model]] as const)), ...size]} />
        </>
      );
    }
    case 'style': {
      const { now, considered } = card.style;
      return (
        <>
          {now !== null && (
            <>
              <Words title={t('Prompt')} text={now.data.style_prompt} />
              <Fields title={t('Parameters')} fields={now.data.style_parameters} colours={coloursIn(now.data.style_parameters)} />
              <Pictures hashes={now.data.reference_assets} />
            </>
          )}
          {considered.map(({ event_id, chosen, reason, at }) => (
            <Words key={event_id} title={t('Not chosen on {day}: {chosen} was', { day: shortDay(at), chosen })} text={reason ?? t('No reason was given.')} />
          ))}
        </>
      );
    }
    case 'character': {
      const { visual_description, personality_traits, backstory, reference_assets, style_guidelines, reason } = card.now.data;
      return (
        <>
          <Pictures hashes={reference_assets} />
          <Words title={t('Why it was revised')} text={reason} />
          <Words title={t('Traits')} text={personality_traits.join(', ')} />
          <Fields title={t('Looks')} fields={visual_description} />
          <Words title={t('Backstory')} text={backstory} />
          <Fields title={t('Guidelines')} fields={style_guidelines} />
        </>
      );
    }
    case 'concept': {
      const { description, concept_assets, approval_notes, production_notes } = card.now.data;
      return (
        <>
          <Words title={t('Description')} text={description} />
          <Pictures hashes={concept_assets} />
          <Words title={t('Approval')} text={approval_notes} />
          <Fields title={t('Production')} fields={production_notes} />
        </>
      );
    }
    case 'note':
      return <Words title={t('Note')} text={card.note.text} />;
  }
}

function Words({ title, text }: { readonly title: string; readonly text: string | null }) {
  if (text === null || text.trim() === '') return null;
  return (
    <Section title={title}>
      <p className={styles.words} dir="auto">{text}</p>
    </Section>
  );
}

interface FieldsProps {
  readonly title: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly colours?: readonly string[];
}

function Fields({ title, fields, colours = [] }: FieldsProps): ReactNode {
  const facts = Object.entries(fields).map(([name, value]): Fact => [name.replaceAll('_', ' '), inWords(value)]);
  if (facts.length === 0) return null;
  return (
    <Section title={title}>
      {colours.length > 0 && <Swatches colours={colours} />}
      <Facts facts={facts} />
    </Section>
  );
}

/** Reference pictures; each leads to itself. */
function Pictures({ hashes }: { readonly hashes: readonly string[] }) {
  if (hashes.length === 0) return null;
  return (
    <Section title={t('Pictures')}>
      <div className={styles.pictures}>
        {hashes.map((hash, index) => (
          <button key={hash} type="button" aria-label={t('Picture {at, number} of {of, number} in the library', { at: index + 1, of: hashes.length })} onClick={() => goToPicture(hash)}>
            <Thumb hash={hash} />
          </button>
        ))}
      </div>
    </Section>
  );
}

/** A value of any shape, for people. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined) return t('nothing');
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (typeof value === 'object') return Object.entries(value).map(([name, each]) => `${name.replaceAll('_', ' ')}: ${inWords(each)}`).join('; ');
  return JSON.stringify(value);
}
