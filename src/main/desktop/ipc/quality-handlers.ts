import { type Handlers, PersonalError } from './registry';

type QualityCall = 'quality/overview';

export function qualityHandlers(): Pick<Handlers, QualityCall> {
  const notYet = (): never => { throw new PersonalError('This is being built.'); };
  return { 'quality/overview': notYet };
}
