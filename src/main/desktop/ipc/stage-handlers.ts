import { type Handlers, PersonalError } from './registry';

type StageCall = 'quality/stages' | 'quality/keep-stage' | 'quality/remove-stage' | 'quality/try-stage';

export function stageHandlers(): Pick<Handlers, StageCall> {
  const notYet = (): never => { throw new PersonalError('This is being built.'); };
  return { 'quality/stages': notYet, 'quality/keep-stage': notYet, 'quality/remove-stage': notYet, 'quality/try-stage': notYet };
}
