import { type FacetName, facetNames, type LibraryFacets, type LibraryFilter, sizeClasses } from '@shared/library/library-filter';
import { type AssetColumns, type Dictionary, type MultiFacet, multiFacets, perName, type SingleFacet, singleFacets } from './asset-search-columns';
import { inTurns } from './quality-overview-turns';
import { breather } from './stacks-in-turns';

/** So many values of a facet are told at most. */
const longestFacet = 2_000;

/** Values that are wanted of a facet, by code: 1 for each. */
interface Choice<N extends FacetName> {
  readonly name: N;
  readonly wanted: Uint8Array;
}

export interface Divided {
  /** 1 for each id that is wanted. */
  readonly wanted: Uint8Array;
  readonly facets: LibraryFacets;
}

/**
 * One walk over all assets: which are wanted, and how they divide. An asset that fails nothing counts in every facet; one
 * that fails only the choice of one facet counts in that facet, as if nothing of it were chosen.
 * @param found ids that hold the words and the seed that were asked for, 1 for each; null when none were asked for
 */
export async function divide(columns: AssetColumns, filter: LibraryFilter, found: Uint8Array | null): Promise<Divided> {
  const choices = choicesOf(columns, filter);
  const isMulti = (name: FacetName): name is MultiFacet => multiFacets.some((multi) => multi === name);
  const multis = choices.filter((choice): choice is Choice<MultiFacet> => isMulti(choice.name));
  const singles = choices.filter((choice): choice is Choice<SingleFacet> => !isMulti(choice.name));
  const counts = perName(facetNames, (name) => new Uint32Array(columns.dictionaries[name].values.length));
  const sizes = sizeClasses.map(() => 0);
  const wanted = new Uint8Array(columns.end);
  const { present } = columns;
  const codes = singleFacets.map((name) => ({ name, of: columns.codes(name), counts: counts[name] }));
  const inRange = rangeTest(columns, filter);
  const longerSide = columns.number('longer_side');
  const [shortest, longest] = [filter.longer_side_from ?? 0, filter.longer_side_to ?? Infinity];
  const sizeFits = (side: number) => !asksSize(filter) || (side >= shortest && side <= longest);
  let total = 0;

  const countSeveral = (name: MultiFacet, id: number) => {
    for (const value of columns.several(name, id)) add(counts[name], value);
  };
  const countAll = (id: number) => {
    for (const { of, counts: own } of codes) add(own, of[id] ?? 0);
    for (const name of multiFacets) countSeveral(name, id);
  };
  const countSize = (id: number) => {
    const at = sizeClasses.findLastIndex((from) => (longerSide[id] ?? 0) >= from);
    if (at !== -1) sizes[at] = (sizes[at] ?? 0) + 1;
  };

  const look = (id: number) => {
    if (present[id] !== 1 || (found !== null && found[id] !== 1) || !inRange(id)) return;
    const fits = sizeFits(longerSide[id] ?? Number.NaN);
    let failed: FacetName | null = null;
    for (const { name, wanted: values } of singles) {
      if (values[columns.codes(name)[id] ?? 0] === 1) continue;
      if (failed !== null || !fits) return;
      failed = name;
    }
    for (const { name, wanted: values } of multis) {
      if (columns.several(name, id).some((value) => values[value] === 1)) continue;
      if (failed !== null || !fits) return;
      failed = name;
    }
    if (!fits) countSize(id);
    else if (failed === null) {
      wanted[id] = 1;
      total += 1;
      countAll(id);
      countSize(id);
    } else if (isMulti(failed)) countSeveral(failed, id);
    else add(counts[failed], columns.codes(failed)[id] ?? 0);
  };

  await inTurns(columns.end, breather(), look);
  const facets = perName(facetNames, (name) => valuesOf(name, counts[name], columns.dictionaries[name]));
  return { wanted, facets: { total, facets, sizes } };
}

function add(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function choicesOf(columns: AssetColumns, filter: LibraryFilter): Choice<FacetName>[] {
  return facetNames.flatMap((name) => {
    const values = filter[name] ?? [];
    if (values.length === 0) return [];
    const dictionary = columns.dictionaries[name];
    const wanted = new Uint8Array(dictionary.values.length);
    for (const value of values) wanted[dictionary.find(value) ?? dictionary.values.length] = 1;
    return [{ name, wanted }];
  });
}

const asksSize = ({ longer_side_from, longer_side_to }: LibraryFilter) => longer_side_from !== undefined || longer_side_to !== undefined;

/** The ranges but that of the size, which divides like a facet. What has no number is in no range. */
function rangeTest(columns: AssetColumns, { made_from, made_to, score_from, score_to }: LibraryFilter): (id: number) => boolean {
  const made = columns.number('made_day');
  const score = columns.number('score');
  const [firstDay, lastDay] = [dayOf(made_from, -Infinity), dayOf(made_to, Infinity)];
  const asksDay = made_from !== undefined || made_to !== undefined;
  const asksScore = score_from !== undefined || score_to !== undefined;
  const [least, below] = [score_from ?? -Infinity, score_to ?? Infinity];
  return (id) => {
    const day = made[id] ?? Number.NaN;
    const own = score[id] ?? Number.NaN;
    return (!asksDay || (day >= firstDay && day <= lastDay)) && (!asksScore || (own >= least && own < below));
  };
}

const dayOf = (day: string | undefined, otherwise: number) => (day === undefined ? otherwise : Date.parse(day) / 86_400_000);

function valuesOf(name: FacetName, counts: Uint32Array, { values }: Dictionary) {
  const found: { value: string; count: number }[] = [];
  for (let code = 1; code < counts.length; code += 1) {
    const count = counts[code] ?? 0;
    if (count > 0) found.push({ value: values[code] ?? '', count });
  }
  const byValue = name === 'month' || name === 'stars';
  found.sort((a, b) => (byValue ? compare(b.value, a.value) : b.count - a.count || compare(a.value, b.value)));
  return found.slice(0, longestFacet);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
