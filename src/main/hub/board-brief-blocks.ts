import { type Character, type CharacterData, type ConceptData, holding, type Revision } from '@shared/library/board';
import type { ProjectPage, StyleCard } from '@shared/library/board-answers';
import { type FieldChange, fieldChanges } from '@shared/library/board-diff';
import { countOf } from '@shared/story/words';

/** What a brief is made of, however it is written down. Every text is a person's or a program's own and untrusted. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'pictures'; readonly hashes: readonly string[] };

const picturesEach = 12;

/** A project in the order in which someone who has to work on it wants to know it. */
export function briefBlocks(page: ProjectPage): Block[] {
  const { project, summary } = page;
  const { approved, open } = byApproval(page.concepts);
  return [
    { kind: 'facts', facts: factsOf([['Type', project.type], ['Began', dayOf(project.created_at)], ['Archived', dayOf(project.archived_at)]]) },
    ...quoted(project.description),
    { kind: 'text', text: `${countOf(summary.decisions, 'decision')}, ${countOf(summary.assets, 'picture')}.` },
    ...section('Style', page.styles.filter(({ state }) => state === 'chosen').flatMap(styleBlocks)),
    ...section('Characters', page.characters.flatMap(characterBlocks)),
    ...section('Context', contextBlocks(page)),
    ...section('Concepts', approved.flatMap(conceptBlocks)),
    ...section('Ideas', open.length === 0 ? [] : [{ kind: 'list', items: open.map(({ data }) => `${data.concept_name}: ${data.description}`) }]),
    ...section('Best pictures', page.best.length === 0 ? [] : [{ kind: 'pictures', hashes: page.best.map(({ content_hash }) => content_hash) }]),
  ];
}

function section(title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 2, text: title }, ...blocks];
}

function styleBlocks({ name, now, considered, versions }: StyleCard): Block[] {
  if (now === null) return [];
  const { data, at } = now;
  const instead = data.alternatives_considered.length > 0 ? alternativeLines(data.alternatives_considered) : [];
  return [
    { kind: 'heading', level: 3, text: name },
    ...quoted(data.reason),
    { kind: 'facts', facts: factsOf([
      ['Category', data.style_category], ['Chosen', dayOf(at)], ['Times chosen', versions > 1 ? String(versions) : null],
      ['Considered before', considered[0] === undefined ? null : `when ${considered[0].chosen} was chosen`], ['Prompt', data.style_prompt],
      ...Object.entries(data.style_parameters).map(([key, value]) => [key, inWords(value)] as const),
    ]) },
    ...(instead.length === 0 ? [] : ([{ kind: 'text', text: 'Chosen over:' }, { kind: 'list', items: instead }] as const)),
    ...pictures([...(data.asset_id === null ? [] : [data.asset_id]), ...data.reference_assets]),
  ];
}

function alternativeLines(considered: readonly unknown[]): string[] {
  return considered.map((each) => {
    if (typeof each !== 'object' || each === null) return inWords(each);
    const { style_name, name, reason } = each as Readonly<Record<string, unknown>>;
    const called = inWords(style_name ?? name ?? each);
    return typeof reason === 'string' && reason !== '' ? `${called}: ${reason}` : called;
  });
}

function characterBlocks(character: Pick<Character, 'id' | 'versions'>): Block[] {
  const now = holding(character);
  if (now === null) return [];
  const { data } = now;
  const versions = character.versions.filter(({ removed }) => !removed);
  return [
    { kind: 'heading', level: 3, text: `${data.character_name}, ${data.character_type}` },
    ...quoted(data.backstory),
    { kind: 'facts', facts: factsOf([
      ...Object.entries(data.visual_description).map(([key, value]) => [key, inWords(value)] as const),
      ['Traits', data.personality_traits.join(', ')],
      ...Object.entries(data.style_guidelines).map(([key, value]) => [key, inWords(value)] as const),
    ]) },
    ...(versions.length < 2 ? [] : ([{ kind: 'list', items: versionLines(versions) }] as const)),
    ...pictures(data.reference_assets),
  ];
}

function versionLines(versions: readonly Revision<CharacterData>[]): string[] {
  return versions.map(({ data, at }, i) => {
    const before = versions[i - 1];
    const changes = before === undefined ? [] : fieldChanges(described(before.data), described(data));
    const what = changes.slice(0, 6).map(changeInWords).join('; ');
    const why = data.reason === null ? '' : ` (${data.reason})`;
    return `Version ${data.version}, ${dayOf(at) ?? ''}${what === '' ? '' : `: ${what}`}${changes.length > 6 ? '; and more' : ''}${why}`;
  });
}

/** What a version says a character is, without what says how it came about. */
function described(data: CharacterData): Record<string, unknown> {
  return { ...data, version: 0, previous_version_id: null, changes_from_previous: [], reason: null };
}

function changeInWords({ field, kind, before, after }: FieldChange): string {
  const name = field.replace(/^(visual_description|style_guidelines)\./, '').replaceAll('_', ' ');
  if (kind === 'added') return `${name} now ${inWords(after)}`;
  return kind === 'removed' ? `${name} no longer ${inWords(before)}` : `${name} ${inWords(after)} instead of ${inWords(before)}`;
}

function contextBlocks({ context }: ProjectPage): Block[] {
  if (context.length === 0) return [];
  return [{ kind: 'facts', facts: context.map(({ key, value, words, reason }) => {
    const because = reason === null ? '' : ` (${reason})`;
    return [key, `${words ?? inWords(value)}${because}`] as const;
  }) }];
}

type Held = Revision<ConceptData>;

function byApproval(concepts: ProjectPage['concepts']): { readonly approved: readonly Held[]; readonly open: readonly Held[] } {
  const held = concepts.flatMap((concept) => holding(concept) ?? []);
  return { approved: held.filter(({ data }) => data.approved_by !== null), open: held.filter(({ data }) => data.approved_by === null) };
}

function conceptBlocks({ data, at }: Held): Block[] {
  return [
    { kind: 'heading', level: 3, text: `${data.concept_name}, ${data.concept_type}` },
    ...quoted(data.description),
    { kind: 'facts', facts: factsOf([
      ['Approved', `${dayOf(at) ?? ''} by ${data.approved_by === 'user' ? 'a person' : 'an assistant'}`], ['Notes', data.approval_notes],
      ...Object.entries(data.production_notes).map(([key, value]) => [key, inWords(value)] as const),
    ]) },
    ...pictures(data.concept_assets),
  ];
}

function quoted(text: string | null): Block[] {
  return text === null || text === '' ? [] : [{ kind: 'quote', text }];
}

function pictures(hashes: readonly string[]): Block[] {
  const once = [...new Set(hashes)].slice(0, picturesEach);
  return once.length === 0 ? [] : [{ kind: 'pictures', hashes: once }];
}

function factsOf(facts: readonly (readonly [name: string, value: string | null])[]): (readonly [string, string])[] {
  return facts.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name.replaceAll('_', ' '), value] as const]));
}

function dayOf(moment: string | null): string | null {
  return moment?.slice(0, 10) ?? null;
}

/** Any JSON as people would say it. */
function inWords(value: unknown): string {
  if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? `picture ${value.slice(0, 12)}` : value;
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (typeof value === 'object' && value !== null) return Object.entries(value).map(([key, each]) => `${key} ${inWords(each)}`).join('; ');
  return JSON.stringify(value);
}
