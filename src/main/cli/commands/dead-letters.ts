import type { Command } from 'commander';
import { eventRetryRequested } from '@shared/events/system-events';
import { stampEvent } from '@shared/events/envelope';
import { parseEvent } from '@shared/events/catalog';
import { deadLetters } from '../../log/checkpoints';
import { EventLog } from '../../log/event-log';
import { existingDataFolder } from '../data-folder';
import { readingLog, writingLog } from '../open-log';
import { print, printJson } from '../printer';
import type { Finish } from '../run-command-line';
import { UsageError } from '../usage-error';

interface Options {
  readonly retry?: string;
  readonly data?: string;
  readonly json?: boolean;
}

/** `alice dead-letters`: events that a service gave up on, and another try at the next start. */
export function deadLettersCommand(program: Command, finish: Finish): void {
  program
    .command('dead-letters')
    .description('Show the events that a service gave up on, with the reason, or have one tried again.')
    .option('--retry <service:seq>', 'have this one tried again as soon as a hub runs')
    .option('--data <dir>', "the data folder (default: the app's)")
    .option('--json', 'print one dead letter a line as JSON')
    .action(async (options: Options) => {
      if (options.retry === undefined) await show(options);
      else await retry(options.retry, options);
      finish(0);
    });
}

async function show({ data, json }: Options): Promise<void> {
  await readingLog(data, ({ database, reader }) => {
    const letters = deadLetters(database);
    if (letters.length === 0 && !json) print('Nothing is parked.');
    for (const letter of letters) {
      const [event] = reader.after(letter.sequence - 1, 1);
      if (json) printJson({ ...letter, event });
      else print(`${letter.service}:${letter.sequence}  ${event?.event_type ?? ''}  ${letter.attempts} attempts  ${letter.reason}`);
    }
  });
}

async function retry(which: string, { data }: Options): Promise<void> {
  const [, service, sequence] = /^([^:]+):(\d{1,15})$/.exec(which) ?? [];
  if (service === undefined || sequence === undefined) throw new UsageError(`“${which}” is no dead letter. Name one as SERVICE:SEQ, as alice dead-letters shows it.`);
  await writingLog(existingDataFolder(data), async ({ database, reader }) => {
    const letter = deadLetters(database).find((each) => each.service === service && each.sequence === Number(sequence));
    const [parked] = reader.after(Number(sequence) - 1, 1);
    if (letter === undefined || parked === undefined) throw new UsageError(`Nothing of ${service} is parked at event ${sequence}.`);
    const log = new EventLog(database);
    const asked = eventRetryRequested({ service, parked_event_id: parked.event_id, parked_sequence: parked.sequence });
    const origin = { source: 'command-line', actor: 'user', correlation_id: parked.correlation_id };
    const appended = log.append([parseEvent(stampEvent(asked, origin))]);
    log.flush();
    await appended;
    print(`${service} tries event ${sequence} again as soon as a hub runs.`);
  });
}
