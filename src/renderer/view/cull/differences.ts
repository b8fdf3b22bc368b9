import { t } from '@shared/language/language';
import type { AssetRecord } from '@shared/library/asset-record';
import { factsOf } from '@shared/library/asset-facts';

/** One thing that is known of how a picture was made, beside others. */
export interface MakingFact {
  readonly name: string;
  readonly value: string;
  /** Whether it is not the same for all of them. */
  readonly differs: boolean;
}

/** A part of a prompt, between commas. */
export interface PromptPart {
  readonly text: string;
  /** Whether not all of the others say it, too. */
  readonly differs: boolean;
}

const seedDigits = 6;
const seedName = t('seed');

function makingOf(asset: AssetRecord): readonly (readonly [string, string | null])[] {
  const { seed, sampler, model } = factsOf(asset);
  const plain = (field: string) => {
    const value = asset.generation[field];
    return typeof value === 'number' ? String(value) : typeof value === 'string' && value !== '' ? value : null;
  };
  return [
    [seedName, seed],
    [t('steps'), plain('steps')],
    [t('CFG'), plain('cfg')],
    [t('sampler'), sampler],
    [t('scheduler'), plain('scheduler')],
    [t('model'), model],
    [t('size'), asset.width === null || asset.height === null ? null : `${asset.width} × ${asset.height}`],
  ];
}

/** How each of some pictures was made, what differs among them marked; what is known of none is left out. */
export function differencesOf(assets: readonly AssetRecord[]): readonly (readonly MakingFact[])[] {
  const all = assets.map(makingOf);
  return all.map((facts) =>
    facts.flatMap(([name, value], index) => {
      const values = all.map((other) => other[index]?.[1] ?? null);
      if (values.every((one) => one === null)) return [];
      return [{ name, value: value ?? t('none'), differs: values.some((one) => one !== value) }];
    }),
  );
}

/** A seed by its last digits: those tell two apart. */
export function shortValue({ name, value }: MakingFact): string {
  return name === seedName && value.length > seedDigits + 2 ? `…${value.slice(-seedDigits)}` : value;
}

/** The prompt of each of some pictures in parts, those marked that not all of them have. */
export function promptPartsOf(assets: readonly AssetRecord[]): readonly (readonly PromptPart[])[] {
  const parts = assets.map((asset) => (factsOf(asset).prompt ?? '').split(/(?<=,)\s+|\n+/).map((part) => part.trim()).filter((part) => part !== ''));
  const plain = (part: string) => part.replace(/,$/, '').toLowerCase();
  const said = parts.map((own) => new Set(own.map(plain)));
  return parts.map((own) => own.map((text) => ({ text, differs: said.some((other) => !other.has(plain(text))) })));
}
