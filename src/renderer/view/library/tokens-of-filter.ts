import { t } from '@shared/language/language';
import { type FacetName, facetNames } from '@shared/library/library-filter';
import type { LibraryChoices } from '../../store/use-view';
import { titleOf, valueInWords } from './facet-words';

/** A choice in words, and what takes it off. */
export interface FilterToken {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly without: LibraryChoices;
}

/** Beyond so many choices of one facet a single token tells of them all. */
const singly = 3;

/** Everything that is chosen, in words. */
export function tokensOf(filter: LibraryChoices): readonly FilterToken[] {
  return [...facetNames.flatMap((name) => tokensOfFacet(name, filter[name] ?? [])), ...tokensOfRanges(filter)];
}

function tokensOfFacet(name: FacetName, chosen: readonly string[]): readonly FilterToken[] {
  const title = titleOf(name);
  if (chosen.length > singly) {
    const value = t('{value} and {count, number} others', { value: valueInWords(name, chosen[0] ?? ''), count: chosen.length - 1 });
    return [{ key: name, name: title, value, without: { [name]: [] } }];
  }
  return chosen.map((value) => ({
    key: `${name} ${value}`,
    name: title,
    value: valueInWords(name, value),
    without: { [name]: chosen.filter((other) => other !== value) },
  }));
}

const noScore = { score_from: undefined, score_to: undefined };

function tokensOfRanges(filter: LibraryChoices): readonly FilterToken[] {
  const { seed, made_from, made_to, longer_side_from, longer_side_to, score_from, score_to } = filter;
  const px = (value: number | undefined) => (value === undefined || value === 0 ? undefined : t('{size} px', { size: String(value) }));
  const found: readonly (FilterToken | null)[] = [
    seed === undefined ? null : { key: 'seed', name: t('Seed'), value: seed, without: { seed: undefined } },
    rangeToken('made', t('Made'), [made_from, made_to], { made_from: undefined, made_to: undefined }),
    rangeToken('longer-side', t('Longer side'), [px(longer_side_from), px(longer_side_to)], { longer_side_from: undefined, longer_side_to: undefined }),
    // The least score there is: all that have one.
    score_from === 0 && score_to === undefined
      ? { key: 'score', name: t('Score'), value: t('any'), without: noScore }
      : rangeToken('score', t('Score'), [score_from, score_to], noScore),
  ];
  return found.filter((token) => token !== null);
}

type Bound = string | number | undefined;

function rangeToken(key: string, name: string, [from, to]: readonly [Bound, Bound], without: LibraryChoices): FilterToken | null {
  if (from === undefined && to === undefined) return null;
  return { key, name, value: rangeInWords(from, to), without };
}

function rangeInWords(from: Bound, to: Bound): string {
  if (from === undefined) return t('until {to}', { to: to ?? '' });
  if (to === undefined) return t('from {from}', { from });
  return from === to ? String(from) : `${from} – ${to}`;
}
