import { limits } from '../../containers/limits';
import type { JsonValue } from '../../containers/lossless-json';
import type { Graph, GraphNode } from './graph';
import { input, linkIn, linksInto } from './graph';

/** Inputs in which nodes keep the text that they pass on, the most telling first. */
const TEXT_INPUTS = ['populated_text', 'text', 'string', 'value', 'prompt', 'wildcard_text', 'text_0', 'result', 'Text', 'String'];
const ENCODED_TEXT_INPUTS = ['populated_text', 'text', 't5xxl', 'text_g', 'clip_g', 'text_l', 'clip_l', 'prompt', 'caption', 'string'];
const JOINED_TEXT_INPUTS = /^(?:text|string|str|prompt|input)_?(?:[a-h]|\d{1,2})$/;
const PASSED_CONDITIONING = /^(?:conditioning|cond|positive|guider|any|value|input|basic_pipe|pipe|sdxl_pipe|context|base_ctx|ctx|$)/i;
/** Links that carry both sides: behind them only what is named after a side belongs to it. */
const SHARED = /^(?:text_embeds|hyvid_embeds|basic_pipe|pipe|sdxl_pipe|context|base_ctx|ctx)$/i;
/** Follow-ups of one question; real graphs need a few dozen. */
const MOST_STEPS = 2_000;
/** Links between an input and its plain value. */
const MOST_HOPS = 64;

/** Which of a node's two sides is being followed. */
export type Side = 'positive' | 'negative';

interface Walk {
  readonly graph: Graph;
  readonly path: ReadonlySet<string>;
  readonly budget: { steps: number };
}

const begin = (graph: Graph): Walk => ({ graph, path: new Set(), budget: { steps: MOST_STEPS } });

/** The walk one node further, or null when that node was passed before (a cycle) or the walk has become too long. */
const enter = (walk: Walk, node: GraphNode): Walk | null => {
  if (walk.path.has(node.id) || walk.path.size >= limits.depth || --walk.budget.steps < 0) return null;
  return { ...walk, path: new Set(walk.path).add(node.id) };
};

/** A plain value behind an input: itself, or what the node that it links to holds under one of these names, or under `value`. */
export const valueBehind = (graph: Graph, value: JsonValue | undefined, names: readonly string[]): JsonValue | undefined => {
  let current = value;
  const seen = new Set<string>();
  for (let link = linkIn(graph, current); link !== null; link = linkIn(graph, current)) {
    if (seen.has(link.node.id) || seen.size >= MOST_HOPS) return undefined;
    seen.add(link.node.id);
    const next = input(link.node, ...names, 'value', 'int', 'float', 'number', 'Number', 'seed');
    current = next ?? linkAmong(graph, link.node);
  }
  return current;
};

/** The only link into a node that merely passes things on (a reroute, a switch with one input in use). */
const linkAmong = (graph: Graph, node: GraphNode): JsonValue | undefined => {
  const links = linksInto(graph, node);
  const [only] = links;
  return links.length === 1 && only !== undefined ? [only.link.node.id, only.link.slot] : undefined;
};

/** The text behind an input of a text encoder: plain, or put together by string nodes. */
const textBehind = (walk: Walk, value: JsonValue | undefined, side: Side): string | null => {
  if (typeof value === 'string') return value;
  const link = linkIn(walk.graph, value);
  const inside = link === null ? null : enter(walk, link.node);
  if (link === null || inside === null) return null;
  const { node } = link;
  const parts = Object.entries(node.inputs).filter(([name]) => JOINED_TEXT_INPUTS.test(name));
  if (parts.length > 1) {
    const texts = parts.map(([, part]) => textBehind(inside, part, side)).filter((text) => text !== null && text !== '');
    const delimiter = input(node, 'delimiter', 'separator');
    if (texts.length > 0) return joined(texts, typeof delimiter === 'string' ? delimiter.replaceAll('\\n', '\n') : ' ');
  }
  const sided = [`text_${side}`, `${side}_prompt`, side];
  for (const name of [...sided, ...TEXT_INPUTS]) {
    const text = textBehind(inside, input(node, name), side);
    if (text !== null && text.trim() !== '') return replaced(node, text);
  }
  const onward = linkAmong(walk.graph, node);
  return onward === undefined ? null : textBehind(inside, onward, side);
};

/** A prompt longer than this is no prompt; graphs built to explode would make one of gigabytes. */
const MOST_TEXT = 1024 * 1024;

const joined = (texts: readonly (string | null)[], by: string): string => texts.join(by.slice(0, 100)).slice(0, MOST_TEXT);

/** What a "find and replace" node makes of a text. */
const replaced = (node: GraphNode, text: string): string => {
  const [find, by] = [input(node, 'find'), input(node, 'replace')];
  if (typeof find !== 'string' || typeof by !== 'string' || find === '' || by.length > 1_000 || text.length > 64 * 1024) return text;
  return text.replaceAll(find, () => by).slice(0, MOST_TEXT);
};

/** The text behind an input: plain, or put together by string nodes. Null when there is none. */
export const textAt = (graph: Graph, value: JsonValue | undefined, side: Side): string | null => textBehind(begin(graph), value, side);

/** The prompt behind a conditioning input, through ControlNets, guidance, combinations and reroutes. Null when there is none. */
export const promptBehind = (graph: Graph, value: JsonValue | undefined, side: Side): string | null => {
  const link = linkIn(graph, value);
  if (link === null) return typeof value === 'string' ? value : null;
  return conditioningText(begin(graph), value, { side, isShared: isSharedBy(graph, link.node, side) });
};

interface Way {
  readonly side: Side;
  /** True behind a link that carries both sides: an unnamed text there is the positive one. */
  readonly isShared: boolean;
}

/** Encoders of video models give both sides in one output. */
const isSharedBy = (graph: Graph, node: GraphNode, side: Side): boolean =>
  input(node, `${side}_prompt`, `prompt_${side}`) !== undefined || linksInto(graph, node).some(({ name }) => SHARED.test(name));

const conditioningText = (walk: Walk, value: JsonValue | undefined, way: Way): string | null => {
  const { side, isShared } = way;
  const link = linkIn(walk.graph, value);
  const inside = link === null ? null : enter(walk, link.node);
  if (link === null || inside === null) return null;
  const { node } = link;
  // What is zeroed out says nothing, although a text flows into it.
  if (/ZeroOut/i.test(node.type)) return null;

  // Loaders, pipes and ControlNets carry both sides: as plain text, or as a link that goes on.
  const ownSide = input(node, side, `${side}_prompt`, `prompt_${side}`);
  if (ownSide !== undefined) {
    const text = conditioningText(inside, ownSide, { side, isShared: false }) ?? textBehind(inside, ownSide, side);
    if (text !== null) return text;
  }
  const mayBeUnnamed = side === 'positive' || !isShared;
  if (mayBeUnnamed && !(/Combine|Concat|Average/i.test(node.type) && input(node, 'text') === undefined)) {
    const texts = new Set<string>();
    for (const name of ENCODED_TEXT_INPUTS) {
      const text = textBehind(inside, input(node, name), side)?.trim();
      if (text !== undefined && text !== '') texts.add(text);
    }
    // Flux and SD3 give several encoders the same words, often one of them a shorter form.
    const distinct = [...texts].filter((text) => ![...texts].some((other) => other !== text && other.includes(text)));
    if (distinct.length > 0) return joined(distinct, '\n');
  }
  const passed = linksInto(walk.graph, node).filter(({ name }) => PASSED_CONDITIONING.test(name) || name === side);
  const texts = passed
    .filter(({ name }) => side === 'positive' || name !== 'positive')
    .map(({ name, link: next }) => conditioningText(inside, [next.node.id, next.slot], { side, isShared: isShared || SHARED.test(name) }))
    .filter((text) => text !== null);
  return texts.length === 0 ? null : joined([...new Set(texts)], '\n');
};
