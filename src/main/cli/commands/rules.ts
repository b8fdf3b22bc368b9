import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { parseEvent } from '@shared/events/catalog';
import { stampEvent } from '@shared/events/envelope';
import { settingsChanged } from '@shared/events/system-events';
import { type OwnRule, ownRulesProblem, ownRulesSchema } from '@shared/library/own-rule';
import { toolName, toolSlug } from '@shared/library/provenance';
import { keepSourceRules, sourceRulesIn } from '../../hub/source-rules';
import { EventLog } from '../../log/event-log';
import { logFileName } from '../../log/open-database';
import { dataFolderOf } from '../data-folder';
import { writingLog } from '../open-log';
import { print, printJson } from '../printer';
import type { Finish } from '../run-command-line';
import { UsageError } from '../usage-error';

interface AddOptions {
  readonly tool: string;
  readonly fileName?: string;
  readonly key?: string;
  readonly value?: string;
  readonly data?: string;
}

const dataOption = ['--data <dir>', "the data folder (default: the app's)"] as const;

/** `alice rules`: a person's own rules about which tool made a file. The first that fits counts. */
export function rulesCommand(program: Command, finish: Finish): void {
  const rules = program.command('rules').description('Your own rules about which tool made a file. The first that fits counts.');
  rules
    .command('list')
    .description('List them with their numbers.')
    .option('--json', 'print them as one JSON list')
    .option(...dataOption)
    .action((options: { json?: boolean; data?: string }) => {
      const kept = sourceRulesIn(dataFolderOf(options.data));
      if (options.json) printJson(kept);
      else if (kept.length === 0) print('There are no source rules. Add one with alice rules add.');
      else for (const [at, rule] of kept.entries()) print(`${String(at + 1).padStart(3)}  ${inWords(rule)}`);
      finish(0);
    });
  rules
    .command('add')
    .description('Add a rule behind the others. In patterns * stands for any letters and ? for one.')
    .requiredOption('--tool <name>', 'the tool that made such files')
    .option('--file-name <pattern>', 'files with such a name, for example "render_*.png"')
    .option('--key <pattern>', 'files with such a metadata key, for example Software')
    .option('--value <pattern>', 'what must stand under the key')
    .option(...dataOption)
    .action(async (options: AddOptions) => {
      const folder = dataFolderOf(options.data);
      const rule = ruleOf(options);
      await keep(folder, [...sourceRulesIn(folder), rule]);
      print(`Added: ${inWords(rule)}`);
      print('Files that are filed from now on follow it; alice reprocess reads the others anew.');
      finish(0);
    });
  rules
    .command('remove')
    .description('Remove a rule by its number.')
    .argument('<number>', 'as alice rules list shows it')
    .option(...dataOption)
    .action(async (number: string, options: { data?: string }) => {
      const folder = dataFolderOf(options.data);
      const kept = sourceRulesIn(folder);
      const rule = /^\d+$/.test(number) ? kept[Number(number) - 1] : undefined;
      if (rule === undefined) throw new UsageError(`There is no source rule ${number}. alice rules list shows them with their numbers.`);
      await keep(folder, kept.filter((each) => each !== rule));
      print(`Removed: ${inWords(rule)}`);
      finish(0);
    });
}

function ruleOf({ tool, fileName, key, value }: AddOptions): OwnRule {
  if ((fileName === undefined) === (key === undefined)) throw new UsageError('Name one thing that such files have: --file-name or --key.');
  if (fileName !== undefined && value !== undefined) throw new UsageError('--value says what stands under --key; a file name has none.');
  if (key !== undefined) return { kind: 'metadata-key', pattern: key, ...(value !== undefined && { value }), tool };
  return { kind: 'file-name', pattern: fileName ?? '', tool };
}

/** Keeps the rules, and says so in the log when there is one. @throws UsageError, DataInUseError */
async function keep(folder: string, rules: readonly OwnRule[]): Promise<void> {
  const tooMany = ownRulesSchema.safeParse(rules).success ? null : 'There are too many source rules; 200 are the most. Remove one first.';
  const problem = ownRulesProblem(rules.slice(-1)) ?? tooMany;
  if (problem !== null) throw new UsageError(problem);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, logFileName))) {
    keepSourceRules(folder, rules);
    return;
  }
  await writingLog(folder, async ({ database, archive }) => {
    const previous_value = sourceRulesIn(folder);
    keepSourceRules(folder, rules);
    const log = new EventLog(database, archive);
    const changed = settingsChanged({ setting: 'source_rules', value: rules, previous_value });
    await log.append([parseEvent(stampEvent(changed, { source: 'desktop', actor: 'user' }))]);
  });
}

function inWords(rule: OwnRule): string {
  const tool = toolName(toolSlug(rule.tool));
  if (rule.kind === 'file-name') return `${tool}: files named ${rule.pattern}`;
  return `${tool}: files with the metadata key ${rule.pattern}${rule.value === undefined ? '' : ` that says ${rule.value}`}`;
}
