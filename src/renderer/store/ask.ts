import type { Answers, CallInput, CallName } from '@shared/ipc/contract';
import { t } from '@shared/language/language';
import { alice } from './alice';
import { say } from './use-toasts';

/** Asks the main process. A refusal is shown as its sentence and comes back as null. */
export async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<Answers[N] | null> {
  const answer = await askQuietly(name, input);
  if (typeof answer !== 'string') return answer.answer;
  say(answer, 'problem');
  return null;
}

/** As {@link ask}, for those who show a refusal in place: it comes back as the sentence. */
export async function askQuietly<N extends CallName>(
  name: N,
  input: CallInput<N>,
): Promise<{ readonly answer: Answers[N] } | string> {
  try {
    const reply = await alice.call(name, input);
    return reply.ok ? { answer: reply.answer } : reply.sentence;
  } catch {
    return t('Alice could not do that just now. Nothing was changed.');
  }
}
