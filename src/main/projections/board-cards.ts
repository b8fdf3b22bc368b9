import { type BoardRecords, type CardRef, holding, type RecordKind, type Style } from '@shared/library/board';
import type { BoardCard, StyleCard } from '@shared/library/board-answers';
import type { LibraryCard } from '@shared/library/library-answer';

/** Where cards find what they show, now or in the past. */
export interface CardSource {
  get<K extends RecordKind>(kind: K, id: string): BoardRecords[K] | undefined;
  styles(): readonly Style[];
  assets(hashes: readonly string[]): ReadonlyMap<string, LibraryCard>;
}

/** What cards show; those of which nothing is known any more are left out. */
export function cardsOf(source: CardSource, refs: readonly CardRef[]): BoardCard[] {
  const assets = source.assets(refs.flatMap(({ kind, id }) => (kind === 'asset' ? [id] : [])));
  const styles = refs.some(({ kind }) => kind === 'style') ? new Map(styleCards(source.styles()).map((card) => [card.id, card])) : null;
  return refs.flatMap(({ kind, id }): BoardCard[] => {
    switch (kind) {
      case 'asset': {
        const asset = assets.get(id);
        return asset === undefined ? [] : [{ kind, id, asset }];
      }
      case 'style': {
        const style = styles?.get(id);
        return style === undefined ? [] : [{ kind, id, style }];
      }
      case 'character': {
        const item = source.get(kind, id);
        const now = item && holding(item);
        return now ? [{ kind, id, now, versions: howMany(item) }] : [];
      }
      case 'concept': {
        const item = source.get(kind, id);
        const now = item && holding(item);
        return now ? [{ kind, id, now, versions: howMany(item) }] : [];
      }
      case 'note': {
        const note = source.get(kind, id);
        return note === undefined || note.removed ? [] : [{ kind, id, note }];
      }
    }
  });
}

/** So many versions hold: what was taken back is none. */
const howMany = ({ versions }: { readonly versions: readonly { readonly removed: boolean }[] }): number =>
  versions.filter(({ removed }) => !removed).length;

/** The styles of a project: of each category the one that was chosen last holds. */
export function styleCards(styles: readonly Style[]): StyleCard[] {
  const latest = new Map<string, number>();
  for (const style of styles) {
    const now = holding(style);
    if (now !== null) latest.set(now.data.style_category, Math.max(latest.get(now.data.style_category) ?? 0, now.sequence));
  }
  return styles.map((style) => {
    const { id, name, versions, considered } = style;
    const now = holding(style);
    const state = now === null ? 'considered' : latest.get(now.data.style_category) === now.sequence ? 'chosen' : 'earlier';
    return { id, name, state, now, versions: howMany({ versions }), considered: considered.toReversed() };
  });
}
