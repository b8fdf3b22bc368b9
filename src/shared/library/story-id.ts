import type { AliceEvent } from '../events/catalog';

type Told = Pick<AliceEvent, 'event_type' | 'subject' | 'correlation_id'>;

/** Whether an event tells of a generation or another piece of work with several steps. */
export const isOfWorkflow = ({ event_type }: Pick<AliceEvent, 'event_type'>): boolean => event_type.startsWith('workflow.');

/**
 * The story that an event belongs to: the file's, or whatever began it. What is told of a workflow is one story, whether the program
 * that tells it says so or not: then its steps share nothing but the workflow.
 */
export function storyIdOf(event: Told): string {
  return isOfWorkflow(event) && event.subject !== null ? event.subject : event.correlation_id;
}
