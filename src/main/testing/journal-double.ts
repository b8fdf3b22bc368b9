import type { FileIntent, IntentJournal } from '../services/organizer/ports';

/** A journal that forgets nothing while the test runs: what a crash leaves of one. */
export function journalIn(rows: Map<string, FileIntent>): IntentJournal {
  const eventOf = (causeId: string) => causeId.split('/', 1)[0];
  return {
    find: (causeId) => rows.get(causeId) ?? null,
    ofEvent: (eventId) => [...rows.values()].filter(({ cause_id }) => eventOf(cause_id) === eventId),
    open: () => [...rows.values()],
    plan: async (...intents) => { for (const intent of intents) rows.set(intent.cause_id, intent); },
    mark: async (causeId, state) => {
      const row = rows.get(causeId);
      if (row) rows.set(causeId, { ...row, state });
    },
    forget: (causeId) => { rows.delete(causeId); },
    claimed: (path) => [...rows.values()].some(({ destination_path }) => destination_path.toLowerCase() === path.toLowerCase()),
  };
}
