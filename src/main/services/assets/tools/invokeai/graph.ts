import type { JsonObject, JsonValue } from '../../containers/lossless-json';
import { isObject, itemsOf, member } from '../../containers/lossless-json';
import { firstOf } from '../values';

const MOST_EDGES = 5_000;

/**
 * What the node `core_metadata` of InvokeAI's graph would have written: its own values, and those that flow into it along edges from
 * nodes that hold one (a prompt, a seed). Null when there is no such node.
 */
export const metadataInGraph = (graph: JsonObject): JsonObject | null => {
  const nodes = firstOf(graph, 'nodes');
  if (!isObject(nodes)) return null;
  const core = Object.values(nodes).find((node) => firstOf(node, 'type') === 'core_metadata');
  if (!isObject(core)) return null;
  const id = member(core, 'id');
  const values: Record<string, JsonValue> = { ...core };
  for (const edge of itemsOf(firstOf(graph, 'edges')).slice(0, MOST_EDGES)) {
    const target = firstOf(edge, 'destination');
    const field = firstOf(target, 'field');
    if (firstOf(target, 'node_id') !== id || typeof field !== 'string') continue;
    const from = firstOf(firstOf(edge, 'source'), 'node_id');
    const source = typeof from === 'string' ? member(nodes, from) : undefined;
    const value = firstOf(source, 'value', field, 'model');
    if (value !== undefined) values[field] ??= value;
  }
  return values;
};

/**
 * The same from the workflow editor's form, `{nodes: [{data: {type, inputs: {prompt: {value}}}}]}`, as far as the usual nodes go:
 * the one that denoises, the model loader, and prompts by the edge that leads to each side.
 */
export const metadataInWorkflow = (workflow: JsonObject): JsonObject | null => {
  const nodes = itemsOf(firstOf(workflow, 'nodes')).flatMap((node) => {
    const data = firstOf(node, 'data');
    const [id, type, inputs] = [firstOf(node, 'id'), firstOf(data, 'type'), firstOf(data, 'inputs')];
    return typeof id === 'string' && typeof type === 'string' && isObject(inputs) ? [{ id, type, inputs }] : [];
  });
  const denoiser = nodes.find(({ type }) => /denoise/.test(type));
  if (denoiser === undefined) return null;
  const valueOf = (inputs: JsonObject | undefined, name: string) => firstOf(firstOf(inputs, name), 'value');
  const edges = itemsOf(firstOf(workflow, 'edges')).slice(0, MOST_EDGES);
  const into = (id: string, field: string) => {
    const edge = edges.find((one) => firstOf(one, 'target') === id && firstOf(one, 'targetHandle') === field);
    return nodes.find((node) => node.id === firstOf(edge, 'source'));
  };
  const promptOf = (field: string): JsonValue | undefined => {
    const encoder = into(denoiser.id, field);
    const behind = encoder === undefined ? undefined : into(encoder.id, 'prompt');
    return valueOf(behind?.inputs, 'value') ?? valueOf(encoder?.inputs, 'prompt');
  };
  const held: Record<string, JsonValue | undefined> = {
    positive_prompt: promptOf('positive_conditioning') ?? promptOf('positive_text_conditioning'),
    negative_prompt: promptOf('negative_conditioning') ?? promptOf('negative_text_conditioning'),
    model: nodes.map(({ type, inputs }) => (/model_loader/.test(type) ? valueOf(inputs, 'model') : undefined)).find((model) => model !== undefined),
    seed: nodes.map(({ inputs }) => valueOf(inputs, 'seed')).find((seed) => seed !== undefined),
    width: nodes.map(({ inputs }) => valueOf(inputs, 'width')).find((width) => width !== undefined),
    height: nodes.map(({ inputs }) => valueOf(inputs, 'height')).find((height) => height !== undefined),
    ...Object.fromEntries(['steps', 'num_steps', 'cfg_scale', 'guidance', 'scheduler'].map((name) => [name, valueOf(denoiser.inputs, name)])),
  };
  return Object.fromEntries(Object.entries(held).filter(([, value]) => value !== undefined)) as JsonObject;
};
