import type { EventOf } from '../events/catalog';
import type { Recorded } from '../events/envelope';
import { type Character, type Concept, type Considered, type ContextEntry, type Revision, type Style, styleIdOf } from './board';

type Said<T extends Parameters<typeof revision>[0]['event_type']> = Recorded<EventOf<T>>;

function revision<Data>(event: Recorded<EventOf<'style.chosen' | 'character.defined' | 'concept.proposed' | 'concept.approved'>>, data: Data): Revision<Data> {
  const { event_id, sequence, timestamp: at, actor } = event;
  return { event_id, sequence, at, actor, removed: false, data };
}

/** The style that was chosen, then those that were not: each with what is known of it now. */
export function foldStyles(known: (id: string) => Style | undefined, event: Said<'style.chosen'>): readonly [Style, ...Style[]] {
  const { project_id: _, ...choice } = event.data;
  const chosen = styleIn(known, choice.style_name, event.sequence);
  const others = alternativesOf(choice.alternatives_considered).filter(({ name }) => styleIdOf(name) !== chosen.id);
  const once = new Map(others.map((each) => [styleIdOf(each.name), each]));
  return [
    { ...chosen, name: choice.style_name, versions: [...chosen.versions, revision(event, choice)] },
    ...[...once.values()].map(({ name, reason, reference_assets }) => {
      const style = styleIn(known, name, event.sequence);
      const considered: Considered = { event_id: event.event_id, at: event.timestamp, chosen: choice.style_name, reason, reference_assets };
      return { ...style, considered: [...style.considered, considered] };
    }),
  ];
}

function styleIn(known: (id: string) => Style | undefined, name: string, sequence: number): Style {
  const id = styleIdOf(name);
  return known(id) ?? { id, name, first_sequence: sequence, versions: [], considered: [] };
}

/** A style that was considered and not chosen, however a program wrote it down: a name, or an object that has one. */
export interface Alternative {
  readonly name: string;
  readonly reason: string | null;
  readonly reference_assets: readonly string[];
}

export function alternativesOf(considered: readonly unknown[]): Alternative[] {
  return considered.flatMap((each): Alternative[] => {
    if (typeof each === 'string') return each.trim() === '' ? [] : [{ name: each, reason: null, reference_assets: [] }];
    if (typeof each !== 'object' || each === null) return [];
    const field = (name: string): unknown => Reflect.get(each, name);
    const name = field('style_name') ?? field('name');
    if (typeof name !== 'string' || name.trim() === '') return [];
    const [reason, assets] = [field('reason'), field('reference_assets')];
    const reference_assets = Array.isArray(assets) ? assets.filter((hash) => typeof hash === 'string') : [];
    return [{ name, reason: typeof reason === 'string' ? reason : null, reference_assets }];
  });
}

export function foldCharacter(known: Character | undefined, event: Said<'character.defined'>): Character {
  const { project_id: _, character_id: id, ...data } = event.data;
  const { first_sequence, versions } = known ?? { first_sequence: event.sequence, versions: [] };
  return { id, first_sequence, versions: [...versions, revision(event, data)] };
}

export function foldConcept(known: Concept | undefined, event: Said<'concept.proposed' | 'concept.approved'>): Concept {
  const { concept_id: id, concept_type, concept_name, description, concept_assets } = event.data;
  const { first_sequence, versions } = known ?? { first_sequence: event.sequence, versions: [] };
  const words = { concept_type, concept_name, description, concept_assets };
  const data = event.event_type === 'concept.proposed'
    ? { ...words, approved_by: null, approval_notes: null, reference_materials: [], production_notes: {}, dependencies: [] }
    : { ...words, ...approvalOf(event) };
  return { id, first_sequence, versions: [...versions, revision(event, data)] };
}

function approvalOf({ data }: Said<'concept.approved'>) {
  const { approved_by, approval_notes, reference_materials, production_notes, dependencies } = data;
  return { approved_by, approval_notes, reference_materials, production_notes, dependencies };
}

/** The same item without one of its versions. */
export function removeRevision<Item extends Style | Character | Concept>(item: Item, eventId: string): Item {
  return { ...item, versions: item.versions.map((each) => (each.event_id === eventId ? { ...each, removed: true } : each)) };
}

export function foldContext(known: ContextEntry | undefined, event: Recorded<EventOf<'context.updated'>>): ContextEntry {
  const { data, timestamp: at, sequence } = event;
  const removed = data.update_type === 'removal';
  return {
    key: data.context_key, type: data.context_type, value: removed ? (known?.value ?? data.previous_value) : data.new_value, removed,
    words: data.natural_language_description, reason: data.update_reason, updated_by: data.updated_by, related_assets: data.related_assets,
    at, first_sequence: known?.first_sequence ?? sequence,
  };
}

/** What is known of a project from its first day on. */
export function initialContext({ data, timestamp: at, sequence }: Recorded<EventOf<'project.created'>>): ContextEntry[] {
  return Object.entries(data.initial_context).map(([key, value]) => ({
    key, type: null, value, removed: false, words: null, reason: null,
    updated_by: data.created_by === 'user' ? 'user' : 'ai_assistant', related_assets: [], at, first_sequence: sequence,
  }));
}
