import type { LibraryFilter } from '@shared/library/library-filter';
import { type QualityOverview, type Quartiles, scoreBinWidth, type ScoreDivision, type ScoreSpan, smallBinWidth } from '@shared/library/quality-overview';
import type { AssetColumns, SingleFacet } from './asset-search-columns';
import { byScore } from './quality-overview-order';
import { cutOf, dayInWords, type DaySpan } from './quality-overview-spans';
import { inTurns } from './quality-overview-turns';
import { breather, type Breathe } from './stacks-in-turns';

/** So many tools, models and projects are told of. */
const mostDivisions = 12;

/** Some scores, which must be added in ascending order, and how they lie. */
class Scores {
  readonly bins: number[];
  readonly #width: number;
  readonly #values: Float64Array;
  #length = 0;

  constructor(count: number, width: number) {
    this.#values = new Float64Array(count);
    this.#width = width;
    this.bins = Array.from({ length: 100 / width }, () => 0);
  }

  add(score: number): void {
    this.#values[this.#length++] = score;
    const bin = Math.min(this.bins.length - 1, Math.max(0, Math.floor(score / this.#width)));
    this.bins[bin] = (this.bins[bin] ?? 0) + 1;
  }

  /** Between two scores it lies as far as the part does. */
  quantile(part: number): number {
    const at = (this.#length - 1) * part;
    const low = this.#values[Math.floor(at)] ?? 0;
    const high = this.#values[Math.ceil(at)] ?? low;
    return low + (high - low) * (at - Math.floor(at));
  }

  quartiles(): Quartiles {
    return { p25: this.quantile(0.25), p50: this.quantile(0.5), p75: this.quantile(0.75) };
  }
}

/** What one walk over all wanted assets counts. */
interface Counted {
  readonly total: number;
  readonly own: number;
  /** Those with a score, by id. */
  readonly rated: Uint32Array;
  readonly stars: QualityOverview['stars'];
  /** By code. */
  readonly reasons: Uint32Array;
  readonly issues: Uint32Array;
  readonly tool: Uint32Array;
  readonly model: Uint32Array;
  readonly project: Uint32Array;
  /** How many were made on a day. */
  readonly days: ReadonlyMap<number, number>;
}

/**
 * How the scores of some assets lie, in a few walks over the columns.
 * @param wanted 1 for each id that is wanted
 */
export async function qualityOverview(columns: AssetColumns, wanted: Uint8Array, filter: LibraryFilter): Promise<QualityOverview> {
  const breathe = breather();
  const counted = await count(columns, wanted, breathe);
  const { rated, days } = counted;
  const score = columns.number('score');
  const made = columns.number('made_day');
  const all = new Scores(rated.length, scoreBinWidth);
  const divided = (['tool', 'model', 'project'] as const).map((name) => divisionsOf(columns, name, counted[name]));
  const spans = spansOf(days);
  const order = await byScore(rated, score, breathe);
  await inTurns(order.length, breathe, (at) => {
    const id = order[at] ?? 0;
    const own = score[id] ?? 0;
    all.add(own);
    for (const { codes, scores } of divided) scores[codes[id] ?? 0]?.add(own);
    spans.get(made[id] ?? Number.NaN)?.scores.add(own);
  });
  const [by_tool = [], by_model = [], by_project = []] = divided.map(({ told }) => told());
  return {
    sequence: columns.position,
    filter,
    total: counted.total,
    rated: rated.length,
    own: counted.own,
    not_rated: mostFirst(columns, 'not_rated', counted.reasons).map(({ value, count }) => ({ reason: value, count })),
    bins: all.bins,
    spread: rated.length === 0 ? null : { ...all.quartiles(), p5: all.quantile(0.05), p95: all.quantile(0.95) },
    stars: counted.stars,
    by_tool,
    by_model,
    by_project,
    over_time: [...new Set(spans.values())].sort((a, b) => a.span.first - b.span.first).map(spanTold),
    issues: mostFirst(columns, 'issue', counted.issues).map(({ value, count }) => ({ issue: value, count })),
  };
}

async function count(columns: AssetColumns, wanted: Uint8Array, breathe: Breathe): Promise<Counted> {
  const [tools, models, projects, reasons] = [columns.codes('tool'), columns.codes('model'), columns.codes('project'), columns.codes('not_rated')];
  const perCode = (name: 'tool' | 'model' | 'project' | 'not_rated' | 'issue') => new Uint32Array(columns.dictionaries[name].values.length);
  const counts = { tool: perCode('tool'), model: perCode('model'), project: perCode('project'), reasons: perCode('not_rated') };
  const issues = perCode('issue');
  const perStars = columns.dictionaries.stars.values.map(() => 0);
  const [score, made, ownStars] = [columns.number('score'), columns.number('made_day'), columns.number('own')];
  const stars = columns.codes('stars');
  const days = new Map<number, number>();
  const rated = new Uint32Array(columns.count);
  let [total, own, found] = [0, 0, 0];
  await inTurns(wanted.length, breathe, (id) => {
    if (wanted[id] !== 1) return;
    total += 1;
    if (!Number.isNaN(ownStars[id])) own += 1;
    perStars[stars[id] ?? 0] = (perStars[stars[id] ?? 0] ?? 0) + 1;
    for (const issue of columns.several('issue', id)) addOne(issues, issue);
    if (Number.isNaN(score[id])) {
      addOne(counts.reasons, reasons[id] ?? 0);
      return;
    }
    rated[found++] = id;
    addOne(counts.tool, tools[id] ?? 0);
    addOne(counts.model, models[id] ?? 0);
    addOne(counts.project, projects[id] ?? 0);
    const day = made[id] ?? Number.NaN;
    if (!Number.isNaN(day)) days.set(day, (days.get(day) ?? 0) + 1);
  });
  const given = (count: number) => perStars[columns.dictionaries.stars.find(String(count)) ?? -1] ?? 0;
  const given5 = [given(1), given(2), given(3), given(4), given(5)] as const;
  return { total, own, rated: rated.subarray(0, found), stars: given5, issues, days, ...counts };
}

function addOne(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function mostFirst(columns: AssetColumns, name: 'tool' | 'model' | 'project' | 'not_rated' | 'issue', counts: Uint32Array) {
  const { values } = columns.dictionaries[name];
  const found = [...counts].map((count, code) => ({ code, count, value: values[code] ?? '' })).filter(({ code, count }) => code > 0 && count > 0);
  return found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** The values with most pictures: room for the scores of each, and what they come to. */
function divisionsOf(columns: AssetColumns, name: SingleFacet & ('tool' | 'model' | 'project'), counts: Uint32Array) {
  const most = mostFirst(columns, name, counts).slice(0, mostDivisions);
  const scores: (Scores | undefined)[] = [];
  for (const { code, count } of most) scores[code] = new Scores(count, smallBinWidth);
  const told = (): ScoreDivision[] =>
    most.flatMap(({ code, count, value }) => {
      const own = scores[code];
      return own === undefined ? [] : [{ value, count, bins: own.bins, ...own.quartiles() }];
    });
  return { codes: columns.codes(name), scores, told };
}

interface SpanScores {
  readonly span: DaySpan;
  readonly count: number;
  readonly scores: Scores;
}

/** For each day the span that it lies in. */
function spansOf(days: ReadonlyMap<number, number>): Map<number, SpanScores> {
  const sorted = [...days.keys()].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const cut = cutOf(first, last);
  const counts = new Map<number, { span: DaySpan; count: number }>();
  for (const day of sorted) {
    const span = cut(day);
    counts.set(span.first, { span, count: (counts.get(span.first)?.count ?? 0) + (days.get(day) ?? 0) });
  }
  const spans = new Map([...counts].map(([at, { span, count }]) => [at, { span, count, scores: new Scores(count, smallBinWidth) }]));
  return new Map(sorted.flatMap((day) => {
    const found = spans.get(cut(day).first);
    return found === undefined ? [] : [[day, found] as const];
  }));
}

function spanTold({ span, count, scores }: SpanScores): ScoreSpan {
  return { from: dayInWords(span.first), to: dayInWords(span.last), count, ...scores.quartiles() };
}
