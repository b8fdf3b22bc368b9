import { t } from '@shared/language/language';
import type { BoardCard } from '@shared/library/board-answers';
import { toolName } from '@shared/library/provenance';
import type { ReactNode } from 'react';
import { Badge } from '../../parts/badge';
import { Icon } from '../../parts/icon';
import { Stars } from '../../parts/stars';
import { Thumb } from '../../parts/thumb';
import { shortDay } from '../../parts/times';
import styles from './card-face.module.css';
import { characterTypes, coloursIn, conceptTypes, kinds, styleStates } from './card-words';
import { Swatches } from './swatches';

const mostInStrip = 4;

/** What a card shows: each kind has its own shape and mark. */
export function CardFace({ card }: { readonly card: BoardCard }) {
  switch (card.kind) {
    case 'asset': {
      const { content_hash, thumb_hash, media_type, missing, file_name, stars, own, source } = card.asset;
      return (
        <>
          <Thumb hash={content_hash} softly={thumb_hash} video={media_type === 'video'} className={styles.picture} />
          <Kind card={card} about={missing === null ? '' : t('file missing')} />
          <div className={styles.title}>{file_name}</div>
          <div className={styles.foot}>
            {stars === null ? <span>{t('not rated')}</span> : <Stars stars={stars} by={own ? 'you' : 'measured'} silent />}
            <span>{toolName(source)}</span>
          </div>
        </>
      );
    }
    case 'style': {
      const { name, state, now, considered } = card.style;
      const colours = coloursIn(now?.data.style_parameters);
      const why = now?.data.style_prompt ?? considered[0]?.reason ?? '';
      return (
        <>
          <Kind card={card} about={now === null ? '' : shortDay(now.at)} state={styleStates[state]} />
          <div className={styles.title}>{name}</div>
          {colours.length > 0 ? <Swatches colours={colours} /> : <Strip hashes={now?.data.reference_assets ?? []} />}
          <p className={styles.words} dir="auto">{why}</p>
        </>
      );
    }
    case 'character': {
      const { character_name, character_type, reference_assets, personality_traits, backstory } = card.now.data;
      return (
        <>
          <Kind card={card} about={<Badge>v{card.versions}</Badge>} />
          <div className={styles.person}>
            <Thumb hash={reference_assets[0] ?? null} icon={kinds.character.icon} className={styles.portrait} />
            <div>
              <div className={styles.title}>{character_name}</div>
              <span className={styles.dim}>{characterTypes[character_type]}</span>
            </div>
          </div>
          <p className={styles.words} dir="auto">{personality_traits.length > 0 ? personality_traits.join(', ') : (backstory ?? '')}</p>
        </>
      );
    }
    case 'concept': {
      const { concept_name, concept_type, description, concept_assets, approved_by } = card.now.data;
      return (
        <>
          <Kind card={card} about={conceptTypes[concept_type]} state={approved_by === null ? t('proposed') : t('approved')} />
          <div className={styles.title}>{concept_name}</div>
          <p className={styles.words} dir="auto">{description}</p>
          <Strip hashes={concept_assets} />
        </>
      );
    }
    case 'note':
      return (
        <>
          <Kind card={card} about={noteAbout(card.note)} />
          <p className={styles.words} dir="auto">{card.note.text}</p>
        </>
      );
  }
}

function Kind({ card, about, state }: { readonly card: BoardCard; readonly about: ReactNode; readonly state?: string }) {
  const { name, icon } = kinds[card.kind];
  return (
    <div className={styles.kind}>
      <Icon of={icon} size="sm" />
      <span>
        {name}
        {state !== undefined && `, ${state}`}
      </span>
      <span className={styles.about}>{about}</span>
    </div>
  );
}

function noteAbout({ written_by, at }: Extract<BoardCard, { kind: 'note' }>['note']): string {
  return written_by === 'user' ? t('you, {day}', { day: shortDay(at) }) : t('assistant, {day}', { day: shortDay(at) });
}

function Strip({ hashes }: { readonly hashes: readonly string[] }) {
  if (hashes.length === 0) return null;
  return (
    <div className={styles.strip}>
      {hashes.slice(0, mostInStrip).map((hash) => (
        <Thumb key={hash} hash={hash} />
      ))}
    </div>
  );
}
