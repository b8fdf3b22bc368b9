import type { Generation, Lora } from '@shared/library/provenance';
import type { JsonObject, JsonValue } from '../../containers/lossless-json';
import { isObject, itemsOf } from '../../containers/lossless-json';
import type { Clues } from '../clues';
import { evidence } from '../clues';
import type { ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';
import { firstOf, toHash, toLora, toModel, toNumber, toPixels, toSeed, toSettings, toText } from '../values';
import { parseDreamCommand } from './dream-command';
import { metadataInGraph, metadataInWorkflow } from './graph';

/** Keys that only InvokeAI writes, newest first: version 3 and later, 2, 1. */
const KEYS = ['invokeai_metadata', 'invokeai_graph', 'invokeai_workflow', 'sd-metadata', 'Dream'] as const;

const objectAt = (clues: Clues, key: string): JsonObject | null => {
  const value = clues.keyed(key)?.json();
  return isObject(value) ? value : null;
};

/** InvokeAI, all versions. It calls its sampler a scheduler; here that is the sampler. */
export const invokeai: ToolReader = {
  name: 'invokeai',
  recognise: (clues) => {
    for (const key of KEYS) {
      const clue = clues.keyed(key);
      const isOurs = clue !== null && (key === 'Dream' ? / -S ?\d/.test(clue.text) : isObject(clue.json()));
      if (!isOurs) continue;
      const version = toText(firstOf(clue.json(), 'app_version'));
      return {
        tool: 'invokeai',
        confidence: confidence.certain,
        evidence: [evidence('key', clue.label, version === null ? key : `app_version ${version}`)],
      };
    }
    return null;
  },
  read: (clues) => {
    const current = objectAt(clues, 'invokeai_metadata');
    if (current !== null) return readCurrent(current);
    const graph = objectAt(clues, 'invokeai_graph');
    const inGraph = graph === null ? null : metadataInGraph(graph);
    if (inGraph !== null) return readCurrent(inGraph);
    const workflow = objectAt(clues, 'invokeai_workflow');
    const inWorkflow = workflow === null ? null : metadataInWorkflow(workflow);
    if (inWorkflow !== null) return readCurrent(inWorkflow);
    const second = objectAt(clues, 'sd-metadata');
    if (second !== null) return readSecond(second);
    return parseDreamCommand(clues.keyed('Dream')?.text ?? '');
  },
};

const readCurrent = (metadata: JsonObject): Partial<Generation> => ({
  model: nameOf(firstOf(metadata, 'model')),
  prompt: toText(firstOf(metadata, 'positive_prompt')),
  negative_prompt: toText(firstOf(metadata, 'negative_prompt')),
  seed: toSeed(firstOf(metadata, 'seed')),
  steps: toNumber(firstOf(metadata, 'steps', 'num_steps')),
  sampler: toText(firstOf(metadata, 'scheduler')),
  cfg: toNumber(firstOf(metadata, 'cfg_scale', 'guidance')),
  width: toPixels(firstOf(metadata, 'width')),
  height: toPixels(firstOf(metadata, 'height')),
  loras: itemsOf(firstOf(metadata, 'loras')).flatMap((entry): Lora[] =>
    toLora(nameOf(firstOf(entry, 'model', 'lora')) ?? undefined, firstOf(entry, 'weight')),
  ),
  model_hash: toHash(firstOf(firstOf(metadata, 'model'), 'hash')),
  settings: toSettings({
    Mode: firstOf(metadata, 'generation_mode'),
    VAE: nameOf(firstOf(metadata, 'vae')) ?? undefined,
    'Clip skip': firstOf(metadata, 'clip_skip'),
    'Refiner model': nameOf(firstOf(metadata, 'refiner_model')) ?? undefined,
    'Style prompt': firstOf(metadata, 'positive_style_prompt'),
    Strength: firstOf(metadata, 'strength'),
  }),
});

/** A model is {name, hash, key}, in early 3.x {model_name}, and sometimes just text. */
const nameOf = (model: JsonValue | undefined): string | null => toModel(isObject(model) ? firstOf(model, 'name', 'model_name') : model);

/** Version 2: `{model_weights, image: {prompt, seed …}}`, where the prompt is text or a list of {prompt, weight}. */
const readSecond = (metadata: JsonObject): Partial<Generation> => {
  const image = firstOf(metadata, 'image');
  const written = firstOf(image, 'prompt');
  const parts = Array.isArray(written) ? itemsOf(written).map((part) => toText(firstOf(part, 'prompt'))) : [toText(written)];
  const whole = parts.filter((part) => part !== null).join(', ');
  // What is meant to be avoided stands in square brackets within the prompt.
  const negatives = [...whole.matchAll(/\[([^[\]]{1,5000})\]/g)].map((match) => match[1]);
  return {
    model: toModel(firstOf(metadata, 'model_weights')),
    model_hash: toHash(firstOf(metadata, 'model_hash')),
    prompt: toText(whole.replace(/\[[^[\]]{1,5000}\]/g, '').trim()),
    negative_prompt: toText(negatives.join(', ')),
    seed: toSeed(firstOf(image, 'seed')),
    steps: toNumber(firstOf(image, 'steps')),
    sampler: toText(firstOf(image, 'sampler')),
    cfg: toNumber(firstOf(image, 'cfg_scale')),
    width: toPixels(firstOf(image, 'width')),
    height: toPixels(firstOf(image, 'height')),
  };
};
