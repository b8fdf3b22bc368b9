import { z } from 'zod';
import { t } from '../language/language';
import { toolSlug } from './provenance';

const MOST_PATTERN = 200;
const MOST_TOOL = 60;
const mostRules = 200;

/**
 * A person's own rule: files with such a name, or with such a metadata key, come from this tool. In patterns `*` stands for any
 * letters and `?` for one.
 */
export const ownRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file-name'), pattern: z.string(), tool: z.string() }),
  z.strictObject({
    kind: z.literal('metadata-key'),
    /** A key as the inspector shows it: `parameters`, `Software`, `exif:Software`. */
    pattern: z.string(),
    /** A pattern for what stands under the key; anything when left out. */
    value: z.string().optional(),
    tool: z.string(),
  }),
]);
export type OwnRule = z.infer<typeof ownRuleSchema>;

/** What is wrong with a rule, as a sentence for the person who writes it; null when nothing is. */
export const ownRuleProblem = (rule: OwnRule): string | null => {
  const patterns = rule.kind === 'metadata-key' && rule.value !== undefined ? [rule.pattern, rule.value] : [rule.pattern];
  if (rule.pattern.trim() === '') {
    return rule.kind === 'file-name'
      ? t('The file-name pattern is empty. Write one, for example “{example}”.', { example: 'render_*.png' })
      : t('The metadata key is empty. Write one, for example “{example}”.', { example: 'Software' });
  }
  if (/^[*?\s]+$/.test(rule.pattern)) {
    return rule.kind === 'file-name'
      ? t('The file-name pattern “{pattern}” fits every file. Add a part that only this tool writes.', { pattern: rule.pattern })
      : t('The metadata key “{pattern}” fits every file. Add a part that only this tool writes.', { pattern: rule.pattern });
  }
  for (const pattern of patterns) {
    if (pattern.length > MOST_PATTERN) {
      return t('The pattern “{begin}…” has {letters, number} letters; {most, number} are the most. Shorten it with *.', {
        begin: pattern.slice(0, 40),
        letters: pattern.length,
        most: MOST_PATTERN,
      });
    }
    const foreign = /^\^|\$$|\\[dwsb.]|\.\*\?|\(\?/.exec(pattern)?.[0];
    if (foreign !== undefined) {
      return t(
        '“{foreign}” in “{pattern}” looks like a regular expression. Here * stands for any letters and ? for one; everything else is meant as it is written.',
        { foreign, pattern },
      );
    }
  }
  if (rule.kind === 'file-name' && /[/\\]/.test(rule.pattern)) {
    return t('The pattern “{pattern}” names a folder. Rules look at the name of the file alone; leave the folder out.', {
      pattern: rule.pattern,
    });
  }
  return toolProblem(rule.tool);
};

const toolProblem = (tool: string): string | null => {
  const slug = toolSlug(tool);
  if (tool.trim() === '') return t('The rule names no tool. Write the name that the file should be filed under.');
  if (tool.length > MOST_TOOL) {
    return t('The tool’s name has {letters, number} letters; {most, number} are the most. Shorten it.', { letters: tool.length, most: MOST_TOOL });
  }
  if (slug === '') return t('Alice cannot make a folder name of “{tool}”. Use a name with letters a to z or digits.', { tool });
  if (slug === 'unknown') return t('“Unknown” is what Alice calls files without a tool. Choose another name.');
  return null;
};

/** Rules as a whole: the first that fits counts. More than these nobody can keep in mind. */
export const ownRulesSchema = z.array(ownRuleSchema).max(mostRules);

/** Rules as they were kept: what is no rule is passed over, so that one bad line does not cost the others. */
export const storedOwnRules = z.array(z.unknown()).catch([])
  .transform((kept) => kept.flatMap((each) => ownRuleSchema.safeParse(each).data ?? []).slice(0, mostRules));

/** What is wrong with the first rule that cannot work; null when all can. */
export const ownRulesProblem = (rules: readonly OwnRule[]): string | null => {
  for (const [at, rule] of rules.entries()) {
    const problem = ownRuleProblem(rule);
    if (problem !== null) return rules.length === 1 ? problem : t('Rule {at, number}: {problem}', { at: at + 1, problem });
  }
  return null;
};
