import { type Handlers, PersonalError } from './registry';

type StackCall = 'ratings/compare' | 'ratings/next-pair' | 'stacks/find' | 'stacks/decide';

export function stackHandlers(): Pick<Handlers, StackCall> {
  const notYet = (): never => { throw new PersonalError('This is being built.'); };
  return { 'ratings/compare': notYet, 'ratings/next-pair': notYet, 'stacks/find': notYet, 'stacks/decide': notYet };
}
