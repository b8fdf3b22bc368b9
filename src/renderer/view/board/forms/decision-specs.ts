import { t } from '@shared/language/language';
import { styleIdOf } from '@shared/library/board';
import { fieldChanges } from '@shared/library/board-diff';
import { alternativesOf } from '@shared/library/board-fold-items';
import type { BoardForm } from '../../../store/board/board-forms';
import { fieldsOf, type FormValues, linesOf, noValues, orNull, pairsOf, textOf, valueOf } from '../../../store/board/form-values';
import { type FormGround, type FormSpec, pageOf, wishOf } from './form-spec';
import { oneOf } from './one-of';

type Of<K extends BoardForm['kind']> = FormGround<Extract<BoardForm, { kind: K }>>;

const categories = [['visual', t('Visual')], ['mood', t('Mood')], ['technique', t('Technique')], ['reference', t('Reference')]] as const;
const characterTypes = [['protagonist', t('Protagonist')], ['supporting', t('Supporting')], ['background', t('Background')]] as const;
const contextTypes = [['narrative', t('Narrative')], ['visual', t('Visual')], ['character', t('Character')], ['technical', t('Technical')]] as const;

export function chooseStyleSpec(ground: Of<'choose-style'>): FormSpec {
  const { project, styles } = pageOf(ground);
  const known = styles.find(({ id }) => id === ground.form.style_id);
  const now = known?.now?.data;
  const others = alternativesOf(now?.alternatives_considered ?? []).map(({ name, reason }) => ({ name, reason: reason ?? '' }));
  return {
    title: known === undefined ? t('Choose a style') : t('Choose {name}', { name: known.name }),
    verb: t('Choose style'),
    fields: [
      { kind: 'line', name: 'style_name', label: t('Name'), needed: t('The style needs a name.') },
      { kind: 'choice', name: 'style_category', label: t('Kind'), options: categories },
      { kind: 'text', name: 'style_prompt', label: t('Description'), hint: t('As you would write it into a prompt.') },
      { kind: 'pairs', name: 'style_parameters', label: t('Parameters'), keyLabel: t('Parameter') },
      { kind: 'pictures', name: 'pictures', of: 'reference_assets', label: t('Reference pictures') },
      { kind: 'others', name: 'others', of: 'alternatives', label: t('Considered instead') },
      { kind: 'text', name: 'reason', label: t('Why this one') },
    ],
    values: {
      words: { style_name: known?.name ?? '', style_category: now?.style_category ?? 'visual', style_prompt: now?.style_prompt ?? '', reason: now?.reason ?? '' },
      pairs: { style_parameters: pairsOf(now?.style_parameters ?? {}) },
      others,
      pictures: now?.reference_assets ?? [],
    },
    wish: ({ values: { words, pairs, others: considered, pictures }, wish_id }) => {
      const name = words['style_name'] ?? '';
      return wishOf('board/choose-style', {
        wish_id, project_id: project.id, style_name: name,
        style_category: oneOf(categories, words['style_category']),
        style_parameters: fieldsOf(pairs['style_parameters'] ?? []),
        reference_assets: [...pictures],
        asset_id: now?.asset_id != null && styleIdOf(name) === known?.id && pictures.includes(now.asset_id) ? now.asset_id : null,
        style_prompt: orNull(words['style_prompt']),
        reason: orNull(words['reason']),
        alternatives: considered.filter((each) => each.name.trim() !== '' || each.reason.trim() !== '')
          .map((each) => ({ style_name: each.name, reason: orNull(each.reason) })),
      }, () => t('Style {name} chosen', { name: name.trim() }));
    },
  };
}

export function defineCharacterSpec(ground: Of<'define-character'>): FormSpec {
  const { project, characters } = pageOf(ground);
  const known = characters.find(({ id }) => id === ground.form.character_id);
  const now = known?.versions.findLast(({ removed }) => !removed)?.data;
  const described = ({ words, pairs, pictures }: FormValues) => ({
    character_name: (words['character_name'] ?? '').trim(),
    character_type: oneOf(characterTypes, words['character_type']),
    visual_description: fieldsOf(pairs['visual_description'] ?? []),
    personality_traits: linesOf(words['personality_traits'] ?? ''),
    backstory: orNull(words['backstory']?.trim()),
    reference_assets: [...pictures],
    style_guidelines: fieldsOf(pairs['style_guidelines'] ?? []),
  });
  return {
    title: now === undefined ? t('Define a character') : t('Revise {name}', { name: now.character_name }),
    verb: now === undefined ? t('Define character') : t('Save revision'),
    fields: [
      { kind: 'line', name: 'character_name', label: t('Name'), needed: t('The character needs a name.') },
      { kind: 'choice', name: 'character_type', label: t('Part'), options: characterTypes },
      { kind: 'text', name: 'backstory', label: t('Description') },
      { kind: 'text', name: 'personality_traits', label: t('Traits'), hint: t('One on each line.') },
      { kind: 'pairs', name: 'visual_description', label: t('Looks'), keyLabel: t('Feature') },
      { kind: 'pairs', name: 'style_guidelines', label: t('Prompt words and guidelines'), keyLabel: t('Guideline') },
      { kind: 'pictures', name: 'pictures', of: 'reference_assets', label: t('Reference pictures') },
      ...(now === undefined ? [] : [{ kind: 'text', name: 'reason', label: t('Reason for the revision') } as const]),
    ],
    values: {
      words: {
        character_name: now?.character_name ?? '', character_type: now?.character_type ?? 'protagonist', backstory: now?.backstory ?? '',
        personality_traits: now?.personality_traits.join('\n') ?? '',
      },
      pairs: { visual_description: pairsOf(now?.visual_description ?? {}), style_guidelines: pairsOf(now?.style_guidelines ?? {}) },
      others: [],
      pictures: now?.reference_assets ?? [],
    },
    wish: ({ values, wish_id, item_id }) =>
      wishOf('board/define-character', { wish_id, project_id: project.id, character_id: known?.id ?? item_id, ...described(values), reason: orNull(values.words['reason']?.trim()) },
        () => {
          const name = described(values).character_name;
          return now === undefined ? t('{name} defined', { name }) : t('{name} revised', { name });
        }),
    ...(now !== undefined && {
      changes: (values: FormValues) => {
        const { version: _, previous_version_id: __, changes_from_previous: ___, reason: ____, ...before } = now;
        return fieldChanges(before, described(values));
      },
    }),
  };
}

export function updateContextSpec(ground: Of<'update-context'>): FormSpec {
  const { project, context } = pageOf(ground);
  const known = context.find(({ key }) => key === ground.form.context_key);
  return {
    title: known === undefined ? t('Add to what is known') : t('Update {key}', { key: known.key }),
    verb: known === undefined ? t('Add entry') : t('Update entry'),
    ...(known !== undefined && { about: t('Leave what is known empty to take the entry away.') }),
    fields: [
      ...(known === undefined ? [{ kind: 'line', name: 'context_key', label: t('About'), needed: t('Say what the entry is about.') } as const] : []),
      { kind: 'choice', name: 'context_type', label: t('Kind'), options: contextTypes },
      { kind: 'text', name: 'new_value', label: t('What is known'), ...(known === undefined && { needed: t('Say what is known.') }) },
      { kind: 'text', name: 'update_reason', label: t('Reason') },
      { kind: 'pictures', name: 'pictures', of: 'related_assets', label: t('Pictures that show it') },
    ],
    values: {
      ...noValues,
      words: { context_type: known?.type ?? 'narrative', new_value: known === undefined ? '' : textOf(known.value) },
      pictures: known?.related_assets ?? [],
    },
    wish: ({ values: { words, pictures }, wish_id }) => {
      const key = known?.key ?? words['context_key'] ?? '';
      const value = (words['new_value'] ?? '').trim();
      return wishOf('board/update-context', {
        wish_id, project_id: project.id, context_key: key,
        context_type: oneOf(contextTypes, words['context_type']),
        new_value: value === '' ? null : valueOf(value),
        update_reason: orNull(words['update_reason']),
        related_assets: [...pictures],
      }, () => {
        const entry = key.trim();
        if (known === undefined) return t('{entry} added', { entry });
        return value === '' ? t('{entry} taken away', { entry }) : t('{entry} updated', { entry });
      });
    },
  };
}
