import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedEvent } from '@shared/events/catalog';
import { onTestFinished } from 'vitest';
import { type Hub, type HubOptions, openHub } from '../hub';
import type { BugReport } from '../kernel/report-bug';
import { mediaInThisProcess } from './media-double';
import { tempFolder } from './temp-folder';

/** The folders of one test, and hubs that work in them. */
export interface Place {
  readonly home: string;
  readonly inbox: string;
  readonly organized: string;
  readonly data: string;
  /** Everything that hubs of this place reported as a bug. A test that expects none says so. */
  readonly bugs: BugReport[];
  open(more?: Partial<HubOptions>): Hub;
  /** Opens a hub, takes everything in the inbox to its outcome, closes. Resolves with the events of this run, without the hub's own. */
  run(more?: Partial<HubOptions>): Promise<RecordedEvent[]>;
}

export function place(): Place {
  const home = tempFolder();
  const [inbox, organized, data] = [join(home, 'inbox'), join(home, 'organized'), join(home, 'data')];
  mkdirSync(inbox);
  const bugs: BugReport[] = [];
  const open = (more: Partial<HubOptions> = {}): Hub => {
    const hub = openHub({
      inbox,
      organized,
      operation: () => 'copy',
      dataFolder: data,
      startMedia: mediaInThisProcess,
      version: '0.0.0',
      reportBug: (bug) => bugs.push(bug),
      settleTimes: { completeMs: 0, incompleteMs: 20 },
      ...more,
    });
    let closed = false;
    const close = hub.close.bind(hub);
    const closeOnce: Hub['close'] = async (reason) => {
      if (closed) return;
      closed = true;
      await close(reason);
    };
    // A hub that a failed test left open would keep the folder from being removed.
    onTestFinished(() => closeOnce('closed'));
    return { ...hub, close: closeOnce };
  };
  const run = async (more?: Partial<HubOptions>) => {
    const hub = open(more);
    const events: RecordedEvent[] = [];
    hub.bus.on('*', (event) => { events.push(event); });
    await hub.start({ watch: false });
    await hub.settled();
    await hub.close('finished');
    return events.filter(({ event_type }) => !event_type.startsWith('hub.'));
  };
  return { home, inbox, organized, data, bugs, open, run };
}

/** The types of events, in order: what most tests assert as a whole. */
export function typesOf(events: readonly { readonly event_type: string }[]): string[] {
  return events.map(({ event_type }) => event_type);
}
