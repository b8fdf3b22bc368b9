import { toldOf } from '@shared/language/said';
import type { Hub } from '../../hub';
import { ComparisonError } from '../../hub/preference';
import { RatingError } from '../../hub/ratings';
import { StackError } from '../../hub/stacks';
import { type Handlers, PersonalError } from './registry';

type StackCall = 'ratings/compare' | 'ratings/next-pair' | 'stacks/find' | 'stacks/decide';

/** Pictures that look nearly the same, and which of two a person prefers. */
export function stackHandlers(hub: () => Hub): Pick<Handlers, StackCall> {
  return {
    'ratings/compare': async (wish) => {
      await hub().compare(wish).catch(inWords);
      return null;
    },
    'ratings/next-pair': ({ filter, not }) => hub().nextPair(filter, not),
    'stacks/find': ({ distance, words }) => hub().findStacks(distance, words),
    'stacks/decide': (wish) => hub().decideStack(wish).catch(inWords),
  };
}

function inWords(error: unknown): never {
  const isKnown = [ComparisonError, RatingError, StackError].some((known) => error instanceof known);
  throw isKnown && error instanceof Error ? new PersonalError(toldOf(error)) : error;
}
