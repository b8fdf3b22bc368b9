import { t } from '@shared/language/language';
import type { FormDraft } from '../../../store/board/form-drafts';
import type { FormValues } from '../../../store/board/form-values';
import type { FieldSpec, FormSpec, WishProblem } from './form-spec';

/** Sentences by the name of the field; under an empty name what belongs to none of them. */
export type FormProblems = ReadonlyMap<string, string>;

/** What keeps a form from being sent: what is needed and not there, and what the schema of its wish does not take. */
export function problemsOf({ fields, wish }: Pick<FormSpec, 'fields' | 'wish'>, draft: FormDraft): FormProblems {
  const problems = new Map<string, string>();
  for (const field of fields) {
    if (field.needed !== undefined && isEmpty(field, draft.values)) problems.set(field.name, field.needed);
  }
  if (problems.size > 0) return problems;
  for (const problem of wish(draft).problems()) {
    const field = fields.find(({ name, of }) => (of ?? name) === problem.field);
    const name = field?.name ?? '';
    if (!problems.has(name)) problems.set(name, sentenceOf(field?.label ?? t('What is written here'), problem));
  }
  return problems;
}

function isEmpty({ kind, name }: FieldSpec, { words, pictures, pairs, others }: FormValues): boolean {
  if (kind === 'pictures') return pictures.length === 0;
  if (kind === 'pairs') return (pairs[name] ?? []).length === 0;
  if (kind === 'others') return others.length === 0;
  return (words[name] ?? '').trim() === '';
}

function sentenceOf(label: string, { code, most }: WishProblem): string {
  if (code === 'too_big' && most !== null) return t('{label} is too long: {most, number} is the most.', { label, most });
  return t('{label} cannot be taken as it is written. Write it otherwise.', { label });
}
