import { assetDetected, assetWithdrawn } from '@shared/events/asset-events';
import { hubStopped, settingsChanged } from '@shared/events/system-events';
import { describe, expect, it } from 'vitest';
import { eventFrom } from '../../testing/sample-events';
import { tempFolder } from '../../testing/temp-folder';
import { logIn } from '../../testing/test-log';
import { EventBus } from '../event-bus';
import { EventFilter, type FilterOptions } from './event-filter';
import { EventLogger, type LogLevel, type LogLine } from './event-logger';

const drafts = [
  assetDetected({ file_path: '/inbox/a.png', file_size: 1, project_name: 'p' }),
  assetDetected({ file_path: '/inbox/b.png', file_size: 1, project_name: 'p' }),
  assetWithdrawn({ file_path: '/inbox/a.png' }),
  settingsChanged({ setting: 'theme', value: 'dark' }),
  hubStopped({ reason: 'closed' }),
];

function workshop() {
  const { log } = logIn(tempFolder());
  const bus = new EventBus(log);
  const told: string[] = [];
  bus.on('*', ({ event_type }) => { told.push(event_type); });
  const publish = () => bus.publish(drafts.map((draft) => eventFrom(draft)));
  return { bus, log, told, publish };
}

describe('[B30] the filter', () => {
  it.each<[string, FilterOptions, string[]]>([
    ['include', { include: ['asset.withdrawn', 'hub.*'] }, ['asset.withdrawn', 'hub.stopped']],
    ['exclude', { exclude: ['asset.*', 'settings.changed'] }, ['hub.stopped']],
    ['exclude wins over include', { include: ['asset.*'], exclude: ['asset.detected'] }, ['asset.withdrawn']],
    ['include nothing', { include: [] }, []],
    ['predicate, asked last', { include: ['asset.*'], predicate: ({ data }) => 'file_size' in data && data.file_path === '/inbox/b.png' }, ['asset.detected']],
    ['nothing asked', {}, drafts.map(({ event_type }) => event_type)],
  ])('[B30] %s: what does not come through is counted, and neither told nor recorded', async (_, options, through) => {
    const { bus, log, told, publish } = workshop();
    const filter = new EventFilter(options);
    bus.use(filter);
    const recorded = await publish();
    expect(recorded.map(({ event_type }) => event_type)).toEqual(through);
    expect([told, log.reader.lastSequence]).toEqual([through, through.length]);
    expect([...filter.dropped.values()].reduce((sum, count) => sum + count, 0)).toBe(drafts.length - through.length);
  });

  it('[B30] a predicate that throws tells the publisher, and nothing is recorded', async () => {
    const { bus, log, told, publish } = workshop();
    bus.use(new EventFilter({ predicate: () => { throw new Error('no verdict'); } }));
    await expect(publish()).rejects.toThrow('no verdict');
    expect([told, log.reader.lastSequence]).toEqual([[], 0]);
  });
});

describe('[B31] the logger', () => {
  it.each<[LogLevel, string[]]>([
    ['debug', ['info asset.detected +data', 'info asset.detected +data', 'info asset.withdrawn +data', 'warn event.parked +data', 'error']],
    ['info', ['info asset.detected', 'info asset.detected', 'info asset.withdrawn', 'warn event.parked', 'error']],
    ['warn', ['warn event.parked', 'error']],
    ['error', ['error']],
  ])('[B31] writes what is at or above %s; the payload only at debug', async (level, expected) => {
    const { bus } = workshop();
    const lines: LogLine[] = [];
    bus.use(new EventLogger({ level, write: (line) => lines.push(line) }));
    bus.on('event.parked', function bad() { throw new Error('broken'); });
    const parked = {
      ...hubStopped({ reason: 'closed' }), event_type: 'event.parked',
      data: { service: 'quality', parked_event_id: 'x', parked_event_type: 'asset.processed', attempts: 5, reason: 'no' },
    };
    await bus.publish([...drafts.slice(0, 3), parked].map((draft) => eventFrom(draft)));
    expect(lines.map((line) => [line.level, ...(line.level === 'error' ? [] : [line.message, ...('data' in line.fields ? ['+data'] : [])])].join(' '))).toEqual(expected);
    expect(lines.at(-1)).toMatchObject({ message: 'bad (event.parked) failed at event.parked: broken', fields: { handler: 'bad', pattern: 'event.parked' } });
  });
});
