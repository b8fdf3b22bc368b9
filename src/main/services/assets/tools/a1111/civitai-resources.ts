import type { Generation, Lora } from '@shared/library/provenance';
import { itemsOf, parseLossless } from '../../containers/lossless-json';
import { firstOf, toLora, toModel, toText } from '../values';

/**
 * The model and LoRAs in the JSON of `Civitai resources`: a list of {type, modelName, modelVersionName, weight}.
 * LoRAs without a name are left out: their number alone means nothing to a reader.
 */
export const fromCivitaiResources = (json: string): Pick<Partial<Generation>, 'model' | 'loras'> => {
  let model: string | null = null;
  const loras: Lora[] = [];
  for (const resource of itemsOf(parseLossless(json))) {
    const type = toText(firstOf(resource, 'type'))?.toLowerCase();
    const name = firstOf(resource, 'modelName', 'name');
    if (type === 'checkpoint') model ??= toModel(name);
    else if (type === 'lora' || type === 'lycoris' || type === 'dora') loras.push(...toLora(name, firstOf(resource, 'weight')));
  }
  return { ...(model === null ? {} : { model }), ...(loras.length === 0 ? {} : { loras }) };
};
