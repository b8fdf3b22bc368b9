import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assetDiscovered } from './asset-events';
import { stampEvent } from './envelope';
import { parseOutsideEvent, parseOutsideLine } from './outside-event';

const hash = 'ab'.repeat(32);
const draft = assetDiscovered({ file_path: '/a', content_hash: hash, file_size: 1, media_type: 'image', project_name: 'p' });
const good = JSON.parse(JSON.stringify(stampEvent(draft, { source: 'elsewhere', actor: 'service:elsewhere' }))) as Record<string, unknown>;
const data = good['data'] as Record<string, unknown>;
const deep = JSON.parse('['.repeat(500) + ']'.repeat(500)) as unknown;

describe('[B23] events from outside', () => {
  it('[B23] one that fits is known, with its defaults filled in and its place in the other log beside it', () => {
    const read = parseOutsideEvent({ ...good, sequence: 7 });
    expect(read).toEqual({
      kind: 'known', sequence: 7,
      event: { ...good, data: { ...data, source_type: null, inbox_path: '', discovery_source: 'file_scan', fetched_from: null } },
    });
    expect(parseOutsideLine(JSON.stringify(good))).toMatchObject({ kind: 'known', sequence: null });
  });

  it('[B23] a type of another version of Alice is kept verbatim and flagged', () => {
    const event = { ...good, event_type: 'asset.dreamed', version: '3.1.4', data: { anything: [1, { goes: null }] } };
    expect(parseOutsideEvent(event)).toEqual({ kind: 'unknown', why: 'type', event, sequence: null });
  });

  it('[B23] so is a newer version of a known type, minor or major; a patch only changes words', () => {
    for (const version of ['1.2.0', '2.0.0', '0.9.0']) {
      const event = { ...good, version, data: { ...data, more: true } };
      expect(parseOutsideEvent(event)).toEqual({ kind: 'unknown', why: 'version', event, sequence: null });
    }
    expect(parseOutsideEvent({ ...good, version: '1.1.7' })).toMatchObject({ kind: 'known', event: { version: '1.1.0' } });
  });

  it.each([
    ['data.content_hash', { ...good, data: { ...data, content_hash: 'x' } }],
    ['data.file_size', { ...good, data: { ...data, file_size: -1 } }],
    ['data', { ...good, data: { ...data, surprise: 1 } }],
    ['the event', { ...good, surprise: 1 }],
    ['event_id', { ...good, event_id: 'one' }],
    ['event_type', { ...good, event_type: 'Asset\u001b[31m' }],
    ['event_type', { ...good, event_type: `a.${'b'.repeat(200)}` }],
    ['source', { ...good, source: 's'.repeat(300) }],
    ['sequence', { ...good, sequence: 0 }],
    ['actor', { ...good, actor: 'root' }],
    ['data.big', { ...good, event_type: 'a.b', data: { big: 'x'.repeat(2_000_000) } }],
    ['data.deep.0.0…', { ...good, event_type: 'a.b', data: { deep } }],
    ['data', { ...good, event_type: 'a.b', data: Array.from({ length: 200_000 }, () => 0) }],
    ['data.__proto__', JSON.parse(JSON.stringify({ ...good, event_type: 'a.b' }).replace('"data":{', '"data":{"__proto__":{"polluted":1},')) as unknown],
    ['data.when', { ...good, data: { ...data, when: new Date(0) } }],
    ['data.call', { ...good, data: { ...data, call: () => undefined } }],
    ['data.not_a_number', { ...good, data: { ...data, not_a_number: NaN } }],
    ['the event', undefined],
    ['the event', 'asset.discovered'],
    ['the event', []],
    ['the event', null],
  ])('[B23] what does not fit is refused and the field named: %s', (field, event) => {
    const read = parseOutsideEvent(event);
    expect(read).toMatchObject({ kind: 'refused', error: { field, message: expect.stringContaining(field) } });
  });

  it('[B23] a line that is too long or no JSON is refused', () => {
    expect(parseOutsideLine(`"${'x'.repeat(2_000_000)}"`)).toMatchObject({ kind: 'refused', error: { problem: 'is larger than 1 MiB' } });
    expect(parseOutsideLine('{"event_id":')).toMatchObject({ kind: 'refused', error: { problem: 'is not JSON' } });
  });

  it('[B23] never throws, whatever comes', () => {
    fc.assert(fc.property(fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, withSparseArray: true }), (anything) => {
      parseOutsideEvent(anything);
      parseOutsideEvent({ ...good, data: anything });
      parseOutsideEvent({ ...good, event_type: 'some.type', data: anything });
    }), { numRuns: 500 });
  });
});
