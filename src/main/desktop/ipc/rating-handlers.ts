import { type Handlers, PersonalError } from './registry';

type RatingCall = 'ratings/give' | 'ratings/bands' | 'ratings/preview-bands' | 'ratings/set-bands' | 'ratings/set-refile';

export function ratingHandlers(): Pick<Handlers, RatingCall> {
  const notYet = (): never => { throw new PersonalError('This is being built.'); };
  return { 'ratings/give': notYet, 'ratings/bands': notYet, 'ratings/preview-bands': notYet, 'ratings/set-bands': notYet, 'ratings/set-refile': notYet };
}
