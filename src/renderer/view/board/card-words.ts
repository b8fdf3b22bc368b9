import { t } from '@shared/language/language';
import type { CardKind } from '@shared/library/board';
import type { BoardCard } from '@shared/library/board-answers';
import { toolName } from '@shared/library/provenance';
import { Drama, ImageIcon, Lightbulb, type LucideIcon, Palette, StickyNote } from 'lucide-react';

/** What each kind of card is called and drawn with. */
export const kinds: Readonly<Record<CardKind, { readonly name: string; readonly plural: string; readonly icon: LucideIcon }>> = {
  asset: { name: t('Picture'), plural: t('Pictures'), icon: ImageIcon },
  style: { name: t('Style'), plural: t('Styles'), icon: Palette },
  character: { name: t('Character'), plural: t('Characters'), icon: Drama },
  concept: { name: t('Concept'), plural: t('Concepts'), icon: Lightbulb },
  note: { name: t('Note'), plural: t('Notes'), icon: StickyNote },
};

/** Pixels of a card with the gap below it; known before it is drawn, so that scrolling never jumps. */
export const heights: Readonly<Record<CardKind, number>> = { asset: 200, style: 162, character: 162, concept: 182, note: 106 };

/** What a card is called. */
export function titleOf(card: BoardCard): string {
  switch (card.kind) {
    case 'asset':
      return card.asset.file_name;
    case 'style':
      return card.style.name;
    case 'character':
      return card.now.data.character_name;
    case 'concept':
      return card.now.data.concept_name;
    case 'note':
      return card.note.text.trim().split('\n')[0] ?? '';
  }
}

export const styleStates = { chosen: t('chosen'), earlier: t('chosen earlier'), considered: t('considered') } as const;
export const characterTypes = { protagonist: t('protagonist'), supporting: t('supporting'), background: t('background') } as const;
export const conceptTypes = { scene: t('scene'), sequence: t('sequence'), overall: t('overall') } as const;

/** What is said of a card beside its title. */
export function aboutOf(card: BoardCard): string {
  switch (card.kind) {
    case 'asset':
      return [toolName(card.asset.source), card.asset.stars === null ? t('not rated') : t('{stars, number} of 5 stars', { stars: card.asset.stars })].join(', ');
    case 'style':
      return styleStates[card.style.state];
    case 'character':
      return t('{kind}, version {version}', { kind: characterTypes[card.now.data.character_type], version: String(card.versions) });
    case 'concept':
      return `${conceptTypes[card.now.data.concept_type]}, ${card.now.data.approved_by === null ? t('proposed') : t('approved')}`;
    case 'note':
      return card.note.written_by === 'user' ? t('yours') : t('of the assistant');
  }
}

/** Words in which a card is found. */
export function wordsOf(card: BoardCard): string {
  switch (card.kind) {
    case 'asset':
      return `${card.asset.file_name} ${card.asset.source} ${card.asset.model ?? ''}`;
    case 'style':
      return `${card.style.name} ${card.style.now?.data.style_prompt ?? ''}`;
    case 'character':
      return `${card.now.data.character_name} ${card.now.data.personality_traits.join(' ')} ${card.now.data.backstory ?? ''}`;
    case 'concept':
      return `${card.now.data.concept_name} ${card.now.data.description}`;
    case 'note':
      return card.note.text;
  }
}

/** Whether all words that are looked for stand in a card. */
export function holdsWords(card: BoardCard, text: string): boolean {
  const words = wordsOf(card).toLowerCase();
  return text.toLowerCase().split(/\s+/).every((word) => words.includes(word));
}

const colour = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

/** The colours that a style names, wherever in its parameters they stand. */
export function coloursIn(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return colour.test(value.trim()) ? [value.trim()] : [];
  if (typeof value !== 'object' || value === null || depth > 4) return [];
  return Object.values(value).flatMap((each) => coloursIn(each, depth + 1)).slice(0, 8);
}
