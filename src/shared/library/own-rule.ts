import { z } from 'zod';
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
  const named = rule.kind === 'file-name' ? 'file-name pattern' : 'metadata key';
  const patterns = rule.kind === 'metadata-key' && rule.value !== undefined ? [rule.pattern, rule.value] : [rule.pattern];
  if (rule.pattern.trim() === '') return `The ${named} is empty. Write one, for example ${rule.kind === 'file-name' ? '“render_*.png”' : '“Software”'}.`;
  if (/^[*?\s]+$/.test(rule.pattern)) return `The ${named} “${rule.pattern}” fits every file. Add a part that only this tool writes.`;
  for (const pattern of patterns) {
    if (pattern.length > MOST_PATTERN) return `The pattern “${pattern.slice(0, 40)}…” has ${pattern.length} letters; ${MOST_PATTERN} are the most. Shorten it with *.`;
    const foreign = /^\^|\$$|\\[dwsb.]|\.\*\?|\(\?/.exec(pattern)?.[0];
    if (foreign !== undefined) return `“${foreign}” in “${pattern}” looks like a regular expression. Here * stands for any letters and ? for one; everything else is meant as it is written.`;
  }
  if (rule.kind === 'file-name' && /[/\\]/.test(rule.pattern)) return `The pattern “${rule.pattern}” names a folder. Rules look at the name of the file alone; leave the folder out.`;
  return toolProblem(rule.tool);
};

const toolProblem = (tool: string): string | null => {
  const slug = toolSlug(tool);
  if (tool.trim() === '') return 'The rule names no tool. Write the name that the file should be filed under.';
  if (tool.length > MOST_TOOL) return `The tool’s name has ${tool.length} letters; ${MOST_TOOL} are the most. Shorten it.`;
  if (slug === '') return `Alice cannot make a folder name of “${tool}”. Use a name with letters a to z or digits.`;
  if (slug === 'unknown') return '“Unknown” is what Alice calls files without a tool. Choose another name.';
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
    if (problem !== null) return rules.length === 1 ? problem : `Rule ${at + 1}: ${problem}`;
  }
  return null;
};
