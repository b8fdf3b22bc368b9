import { assetRetryRequested } from '@shared/events/asset-events';
import type { EventDraft } from '@shared/events/define-event';
import { t } from '@shared/language/language';
import { toldOf } from '@shared/language/said';
import type { Finding, Mend, MendReport } from '@shared/library/care-report';
import type { Keeper } from '../services/keeper/keeper-service';
import type { PathFacts } from '../services/keeper/path-facts';

/** What mending needs. Every mend looks again before it does anything. */
export interface MendTools {
  readonly organized: string;
  readonly keeper: Pick<Keeper, 'survey' | 'record' | 'adopt'>;
  readonly placeOf: (contentHash: string) => string | null;
  readonly say: (draft: EventDraft) => Promise<void>;
  readonly factsOf: (path: string) => Promise<PathFacts>;
  readonly inInbox: (contentHash: string) => Promise<string | null>;
  /** Puts a file into Alice's trash. Throws, or resolves with a sentence, when it stays where it is. */
  readonly trash: (path: string) => Promise<string | null>;
  /** Whether a leftover or second copy is still that, and may go. */
  readonly mayGo: (finding: Finding) => Promise<boolean>;
  /** Brings operations that were begun to their end. */
  readonly finish: (finding: Finding) => Promise<string | null>;
}

/** What is only done when it is asked for by name: nobody but a person can tell whether it is wanted. */
const needsName = new Set<Finding['kind']>(['twin', 'unreadable']);

export async function mendFindings(findings: readonly Finding[], which: 'all' | readonly string[], how: Mend | undefined, tools: MendTools): Promise<MendReport> {
  const mended: string[] = [];
  const failed: { id: string; message: string }[] = [];
  const wanted = which === 'all' ? findings.filter(({ kind, mends }) => !needsName.has(kind) && mends.length > 0) : which.map((id) => findings.find((each) => each.id === id) ?? id);
  const records: Finding[] = [];
  for (const finding of wanted) {
    if (typeof finding === 'string') {
      failed.push({ id: finding, message: t('This was not found at the last check. Check again.') });
      continue;
    }
    const mend = how ?? finding.mends[0];
    if (mend === undefined || !finding.mends.includes(mend)) failed.push({ id: finding.id, message: t('Nothing of the kind can be done about this.') });
    else if (mend === 'record') records.push(finding);
    else {
      const problem = await mendOne(finding, mend, tools).catch((error: unknown) => toldOf(error));
      if (problem === null) mended.push(finding.id);
      else failed.push({ id: finding.id, message: problem });
    }
  }
  await record(records, tools);
  mended.push(...records.map(({ id }) => id));
  return { mended, failed };
}

/** Says of all of them at once what is so now, which may be something else by now. */
async function record(findings: readonly Finding[], { keeper, organized, placeOf }: MendTools): Promise<void> {
  if (findings.length === 0) return;
  const everything = findings.some(({ path }) => path === organized);
  const paths = findings.flatMap(({ content_hash }) => (content_hash === null ? [] : [placeOf(content_hash) ?? []].flat()));
  await keeper.record(await keeper.survey(everything ? { trustRoot: true } : { paths }));
}

async function mendOne(finding: Finding, mend: Exclude<Mend, 'record'>, tools: MendTools): Promise<string | null> {
  const { path, content_hash } = finding;
  switch (mend) {
    case 'adopt':
      return content_hash === null ? t('Its content is not known.') : tools.keeper.adopt(path, content_hash, tools.factsOf);
    case 'take_in':
      await tools.say(assetRetryRequested({ file_path: path }));
      return null;
    case 'restore': {
      const copy = content_hash === null ? null : await tools.inInbox(content_hash);
      if (copy === null) return t('The same bytes no longer lie in the inbox.');
      await record([finding], tools);
      await tools.say(assetRetryRequested({ file_path: copy }));
      return null;
    }
    case 'trash':
      return (await tools.mayGo(finding)) ? tools.trash(path) : t('It has changed since it was checked. Check again.');
    case 'finish':
      return tools.finish(finding);
    case 'refile':
      return t('Nothing of the kind can be done about this.');
  }
}
