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
    const value = t('{name} and {chosen} others', { name: valueInWords(name, chosen[0] ?? ''), chosen: chosen.length - 1 });
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
  const px = (value: number | undefined) => (value === undefined || value === 0 ? undefined : `${value} px`);
  const found: readonly (FilterToken | null)[] = [
    seed === undefined ? null : { key: 'seed', name: t('Seed'), value: seed, without: { seed: undefined } },
    rangeToken(t('Made'), [made_from, made_to], { made_from: undefined, made_to: undefined }),
    rangeToken(t('Longer side'), [px(longer_side_from), px(longer_side_to)], { longer_side_from: undefined, longer_side_to: undefined }),
    // The least score there is: all that have one.
    score_from === 0 && score_to === undefined
      ? { key: t('Score'), name: t('Score'), value: 'any', without: noScore }
      : rangeToken(t('Score'), [score_from, score_to], noScore),
  ];
  return found.filter((token) => token !== null);
}

type Bound = string | number | undefined;

function rangeToken(name: string, [from, to]: readonly [Bound, Bound], without: LibraryChoices): FilterToken | null {
  if (from === undefined && to === undefined) return null;
  const value = from === undefined ? t('until {to}', { to: to ?? '' }) : to === undefined ? t('from {from}', { from }) : from === to ? String(from) : `${from} – ${to}`;
  return { key: name, name, value, without };
}
