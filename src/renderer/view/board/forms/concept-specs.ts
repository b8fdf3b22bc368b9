import { t } from '@shared/language/language';
import type { BoardForm } from '../../../store/board/board-forms';
import { fieldsOf, type FormValues, noValues, orNull, pairsOf } from '../../../store/board/form-values';
import { type FieldSpec, type FormGround, type FormSpec, pageOf, wishOf } from './form-spec';
import { oneOf } from './one-of';

const conceptTypes = [['scene', t('Scene')], ['sequence', t('Sequence')], ['overall', t('Overall')]] as const;
const fields: readonly FieldSpec[] = [
  { kind: 'line', name: 'concept_name', label: t('Name'), needed: t('The concept needs a name.') },
  { kind: 'choice', name: 'concept_type', label: t('Kind'), options: conceptTypes },
  { kind: 'text', name: 'description', label: t('What it says'), needed: t('Say what the concept is.') },
  { kind: 'pictures', name: 'pictures', of: 'concept_assets', label: t('Pictures') },
];

/** A concept as it is proposed or approved. */
export function conceptSpec(ground: FormGround<Extract<BoardForm, { kind: 'propose-concept' | 'approve-concept' }>>): FormSpec {
  const { project, concepts } = pageOf(ground);
  const known = concepts.find(({ id }) => id === ground.form.concept_id);
  const now = known?.versions.findLast(({ removed }) => !removed)?.data;
  const approve = ground.form.kind === 'approve-concept';
  const others = concepts.flatMap(({ id, versions }): [string, string][] => {
    const name = versions.findLast(({ removed }) => !removed)?.data.concept_name;
    return id === known?.id || name === undefined ? [] : [[name, name]];
  });
  const said = ({ words, pictures }: FormValues) => ({
    project_id: project.id,
    concept_name: words['concept_name'] ?? '',
    concept_type: oneOf(conceptTypes, words['concept_type']),
    description: words['description'] ?? '',
    concept_assets: [...pictures],
  });
  const supersedes = now?.production_notes['supersedes'];
  return {
    title: titleOf(approve, now?.concept_name),
    verb: approve ? t('Approve concept') : t('Propose concept'),
    ...(approve && { about: t('It is approved by you, as it stands here.') }),
    fields: approve
      ? [
        ...fields,
        { kind: 'text', name: 'approval_notes', label: t('Note on the approval') },
        ...(others.length === 0 ? [] : [{ kind: 'choice', name: 'supersedes', label: t('Takes the place of'), options: [['', t('No other concept')], ...others] } as const]),
        { kind: 'pairs', name: 'production_notes', label: t('What production has to know'), keyLabel: t('Subject') },
      ]
      : fields,
    values: {
      ...noValues,
      words: {
        concept_name: now?.concept_name ?? '', concept_type: now?.concept_type ?? 'scene', description: now?.description ?? '',
        approval_notes: now?.approval_notes ?? '', supersedes: typeof supersedes === 'string' ? supersedes : '',
      },
      pairs: { production_notes: pairsOf(now?.production_notes ?? {}).filter(({ key }) => key !== 'supersedes') },
      pictures: now?.concept_assets ?? [],
    },
    wish: ({ values, wish_id, item_id }) => {
      const concept = { wish_id, concept_id: known?.id ?? item_id, ...said(values) };
      const name = concept.concept_name.trim();
      if (!approve) return wishOf('board/propose-concept', concept, () => t('Concept {name} proposed', { name }));
      const instead = values.words['supersedes'] ?? '';
      return wishOf('board/approve-concept', {
        ...concept,
        approval_notes: orNull(values.words['approval_notes']),
        production_notes: { ...fieldsOf(values.pairs['production_notes'] ?? []), ...(instead !== '' && { supersedes: instead }) },
        dependencies: [...(now?.dependencies ?? [])],
      }, () => t('Concept {name} approved', { name }));
    },
  };
}

function titleOf(approve: boolean, name: string | undefined): string {
  if (approve) return name === undefined ? t('Approve a concept') : t('Approve {name}', { name });
  return name === undefined ? t('Propose a concept') : t('Propose {name} anew', { name });
}
