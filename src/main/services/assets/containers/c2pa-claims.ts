import { ascii } from './bytes';
import type { CborValue } from './cbor';
import { cborList, cborMap, decodeCbor } from './cbor';
import { isoBoxes } from './iso-boxes';

/** What a C2PA manifest store says about the file. Nobody has checked its signature: a claim, not a fact. */
export interface C2paClaims {
  /** Names of the programs that wrote claims, and of the agents that acted, in the order of the store, each once. */
  readonly names: readonly string[];
  /** Descriptions of actions ("Created by Google Generative AI."). */
  readonly descriptions: readonly string[];
  /** Whether an action says that a trained algorithm made the picture, or a part of it. */
  readonly says_ai: boolean;
}

const AI_SOURCE = /(?:^|\/)(?:trainedAlgorithmicMedia|compositeWithTrainedAlgorithmicMedia)$/;
const MOST_DEPTH = 12;

/**
 * Reads the claims and actions of every manifest in a store, so that an edited picture still shows who first made it.
 * Source: C2PA specification 2.x, "Claims" and "Actions"; JUMBF (ISO 19566-5): a superbox begins with a description box that
 * holds a 16-byte type, a toggle byte and a label.
 */
export const readC2paClaims = (store: Uint8Array): C2paClaims => {
  const names = new Set<string>();
  const descriptions = new Set<string>();
  let saysAi = false;

  const visit = (block: Uint8Array, label: string, depth: number): void => {
    for (const { type, body } of isoBoxes(block)) {
      if (type === 'jumb' && depth < MOST_DEPTH) visit(body, labelOf(body), depth + 1);
      else if (type === 'cbor' && label.startsWith('c2pa.claim')) claim(decodeCbor(body));
      else if (type === 'cbor' && label.startsWith('c2pa.actions')) actions(decodeCbor(body));
    }
  };
  const add = (set: Set<string>, value: CborValue | undefined): void => {
    if (typeof value === 'string' && value !== '' && set.size < 50) set.add(value.slice(0, 200));
  };
  const named = (value: CborValue | undefined): void => {
    // A text, a map with a name, or (older claims) a list of such maps.
    for (const one of [value, ...cborList(value)]) add(names, typeof one === 'string' ? one : cborMap(one).get('name'));
  };
  const claim = (value: CborValue): void => {
    named(cborMap(value).get('claim_generator_info'));
    named(cborMap(value).get('claim_generator'));
  };
  const actions = (value: CborValue): void => {
    for (const one of cborList(cborMap(value).get('actions'))) {
      const action = cborMap(one);
      named(action.get('softwareAgent'));
      add(descriptions, action.get('description'));
      const source = action.get('digitalSourceType');
      if (typeof source === 'string' && AI_SOURCE.test(source)) saysAi = true;
    }
  };

  visit(store, '', 0);
  return { names: [...names], descriptions: [...descriptions], says_ai: saysAi };
};

const labelOf = (superbox: Uint8Array): string => {
  const [description] = isoBoxes(superbox);
  if (description?.type !== 'jumd') return '';
  return ascii(description.body, 17, 200).split('\0', 1)[0] ?? '';
};
