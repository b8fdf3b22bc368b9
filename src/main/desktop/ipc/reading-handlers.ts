import type { ReadingState } from '@shared/ipc/answers';
import { t } from '@shared/language/language';
import { toldOf } from '@shared/language/said';
import { ownRuleProblem, ownRulesProblem } from '@shared/library/own-rule';
import type { Hub } from '../../hub';
import { broadcast } from '../main-window';
import type { Workspace } from '../workspace';
import { type Handlers, PersonalError } from './registry';

type ReadingCall =
  | 'settings/source-rules' | 'settings/keep-source-rules' | 'settings/try-source-rule'
  | 'reading/state' | 'reading/begin' | 'reading/stop' | 'reading/refile';

const told = 200;

/** A person's own rules about where files come from, and the reading of all files anew. */
export function readingHandlers(hub: () => Hub, workspace: Workspace): Pick<Handlers, ReadingCall> {
  let state: ReadingState = { progress: null, report: null, problem: null };
  let stop: AbortController | null = null;
  let lastTold = 0;

  const tell = (next: ReadingState, atOnce = false) => {
    state = next;
    const now = performance.now();
    if (!atOnce && now - lastTold < told) return;
    lastTold = now;
    broadcast('reading', state);
  };

  const read = async (reading: Hub, { signal }: AbortController) => {
    try {
      const onProgress = (progress: ReadingState['progress']) => { tell({ progress, report: null, problem: null }); };
      const report = await reading.readAgain({}, { signal, onProgress });
      tell({ progress: null, report, problem: null }, true);
    } catch (error) {
      tell({ progress: null, report: null, problem: t('The reading came to no end: {error}', { error: toldOf(error) }) }, true);
    } finally {
      stop = null;
    }
  };

  return {
    'settings/source-rules': () => workspace.settings.source_rules,
    'settings/keep-source-rules': async ({ rules }) => {
      const problem = ownRulesProblem(rules);
      if (problem !== null) throw new PersonalError(problem);
      await workspace.changeSetting('source_rules', rules);
      return null;
    },
    'settings/try-source-rule': async ({ rule, content_hash }) => {
      const problem = ownRuleProblem(rule);
      if (problem !== null) throw new PersonalError(problem);
      const tried = await hub().tryRule(content_hash, rule);
      if ('problem' in tried) throw new PersonalError(tried.problem);
      return { fits: tried.fits !== null, sentence: tried.fits === null ? t('It does not fit the open picture.') : t('It fits the open picture: {fits}', { fits: tried.fits }) };
    },
    'reading/state': () => state,
    'reading/begin': () => {
      if (stop !== null) throw new PersonalError(t('All metadata is being read anew already.'));
      stop = new AbortController();
      void read(hub(), stop);
      return null;
    },
    'reading/stop': () => {
      stop?.abort();
      return null;
    },
    'reading/refile': () => hub().refile({}).catch((error: unknown) => { throw new PersonalError(toldOf(error)); }),
  };
}
