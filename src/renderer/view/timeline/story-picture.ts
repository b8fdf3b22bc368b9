import type { RecordedEvent } from '@shared/events/catalog';
import type { Story } from '../../store/stories';

const contentHash = /^[0-9a-f]{64}$/;
const firstOf = (named: readonly string[]): string | null => named.find((each) => contentHash.test(each)) ?? null;

/** The picture that stands for a story that is about no file: the card that was moved, who was preferred, the first one that is named. */
export function pictureOf({ events: [latest] }: Story): string | null {
  return latest === undefined ? null : pictureNamedIn(latest);
}

function pictureNamedIn({ event_type, data }: RecordedEvent): string | null {
  switch (event_type) {
    case 'board.card_placed':
    case 'board.card_removed':
      return data.card_kind === 'asset' ? firstOf([data.card_id]) : null;
    case 'rating.compared':
      return data.draw ? null : data.winner_hash;
    case 'style.chosen':
      return data.asset_id ?? firstOf(data.reference_assets);
    case 'character.defined':
      return firstOf(data.reference_assets);
    case 'concept.proposed':
    case 'concept.approved':
      return firstOf(data.concept_assets);
    case 'context.updated':
      return firstOf(data.related_assets);
    default:
      return null;
  }
}
