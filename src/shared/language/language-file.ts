import { z } from 'zod';

const mostTexts = 20_000;

/**
 * A language file: `{ "tag": "de", "name": "Deutsch", "messages": { "Pause": "Anhalten" } }`. English stands on the left as it
 * stands in the code; what has no words on the right yet is said in English.
 */
export const languageFile = z.object({
  tag: z.string().refine(isTag, 'must be a language tag such as de or pt-BR'),
  name: z.string().trim().min(1).max(60),
  messages: z.record(z.string().max(2_000), z.string().max(4_000)).refine((messages) => Object.keys(messages).length <= mostTexts, `has more than ${mostTexts} texts`),
});

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
