import type { ProjectPage } from '@shared/library/board-answers';
import type { FacetValue } from '@shared/library/library-filter';
import { defaultSort } from '@shared/library/library-filter';
import { useEffect, useState } from 'react';
import { askQuietly } from '../../../store/ask';
import { onNewEvents } from '../../../store/new-events';

export interface PageState {
  readonly page: ProjectPage | null;
  /** How many of its pictures each tool made, the most first. */
  readonly tools: readonly FacetValue[];
  /** Why there is nothing newer. */
  readonly problem: string | null;
}

const refreshMs = 300;
const changing = /^(?:project|style|character|context|concept|note|board|workflow|rating|asset|quality)\./;

/** All that is known of a project, kept up to date. */
export function useProjectPage(project_id: string): PageState {
  const [state, setState] = useState<PageState>({ page: null, tools: [], problem: null });
  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const load = async () => {
      const reply = await askQuietly('board/page', { project_id });
      if (left) return;
      if (typeof reply === 'string') {
        setState((before) => ({ ...before, problem: reply }));
        return;
      }
      const page = reply.answer;
      const found = await askQuietly('library/find', { filter: { project: [...page.project.names] }, sort: defaultSort });
      setState({ page, problem: null, tools: typeof found === 'string' ? [] : found.answer.facets.facets.tool });
    };
    const refresh = () => {
      timer = null;
      void load();
    };
    const leave = onNewEvents((events) => {
      if (events.some(({ event_type }) => changing.test(event_type))) timer ??= setTimeout(refresh, refreshMs);
    });
    void load();
    return () => {
      left = true;
      leave();
      if (timer !== null) clearTimeout(timer);
    };
  }, [project_id]);
  return state;
}
