import { z } from 'zod';

const mostTexts = 20_000;

/**
 * A language file: `{ "tag": "de", "messages": { "Pause": "Anhalten" } }`. English stands on the left as it
 * stands in the code; what has no words on the right yet is said in English.
 */
export const languageFile = z.object({
  tag: z.string().refine(isTag, 'must be a language tag such as de or pt-BR'),
  messages: z.record(z.string().max(2_000), z.string().max(4_000)).refine((messages) => Object.keys(messages).length <= mostTexts, `has more than ${mostTexts} texts`),
});

/** Whether it is a tag as BCP 47 writes it. */
export function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
