/**
 * What is compared: each case takes the same handlers and gives back the function that brings one event to all of them.
 * The peers have no middleware, catch nothing and count nothing.
 */
import { EventEmitter } from 'node:events';
import Emittery from 'emittery';
import { createNanoEvents } from 'nanoevents';
import { Dispatcher, EventFilter, EventLogger, EventMetrics, EventPersistence } from './dispatch-app.mjs';

const type = 'asset.processed';

/** The four middlewares as the hub takes them into use; what they write and keep is counted, not stored. */
function useAll(dispatcher, level) {
  const seen = { kept: 0, lines: 0, offered: 0 };
  const history = { get lastSequence() { return seen.offered; }, after: () => [] };
  const target = { append: async (events) => { seen.kept += events.length; } };
  dispatcher.use(new EventFilter({ exclude: ['settings.*'] }));
  dispatcher.use(new EventLogger({ level, write: () => { seen.lines += 1; } }));
  dispatcher.use(new EventMetrics());
  dispatcher.use(new EventPersistence({ target, history, from: 0 }));
  return seen;
}

function alice(handlers, level) {
  const dispatcher = new Dispatcher();
  const seen = level === undefined ? undefined : useAll(dispatcher, level);
  for (const [i, handle] of handlers.entries()) dispatcher.add(`handler ${i}`, [type], handle);
  return { dispatcher, seen };
}

const throughAll = (handlers, level) => {
  const { dispatcher, seen } = alice(handlers, level);
  const emit = (event) => {
    const admitted = dispatcher.admit(event);
    if (admitted !== null) dispatcher.tell(admitted);
  };
  return { emit, check: (told) => seen.kept === told || `${seen.kept} of ${told} events were kept` };
};

const simple = (emit) => ({ emit, check: () => true });

const throughNode = (handlers) => {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  for (const handle of handlers) emitter.on(type, handle);
  return simple((event) => { emitter.emit(event.event_type, event); });
};

const throughNano = (handlers) => {
  const emitter = createNanoEvents();
  for (const handle of handlers) emitter.on(type, handle);
  return simple((event) => { emitter.emit(event.event_type, event); });
};

const throughEmittery = (handlers) => {
  const emitter = new Emittery();
  for (const handle of handlers) emitter.on(type, handle);
  return simple((event) => emitter.emit(event.event_type, event));
};

export const cases = {
  'alice': { make: (handlers) => simple(((dispatcher) => (event) => { dispatcher.tell(event); })(alice(handlers).dispatcher)) },
  'alice, 4 middlewares': { make: (handlers) => throughAll(handlers, 'warn') },
  'alice, 4 middlewares, a line per event': { make: (handlers) => throughAll(handlers, 'info') },
  'node EventEmitter': { make: throughNode },
  'nanoevents': { make: throughNano },
  'alice, awaited': { awaited: true, make: (handlers) => simple(((dispatcher) => (event) => dispatcher.tellAndWait(event))(alice(handlers).dispatcher)) },
  'emittery': { awaited: true, make: throughEmittery },
  'Promise.all (limit)': { awaited: true, make: (handlers) => simple((event) => Promise.all(handlers.map((handle) => handle(event)))) },
};

const batch = 512;
const handler = (heard) => (event) => { heard.sum += event.sequence & 1; };
const asyncHandler = (heard) => async (event) => { heard.sum += event.sequence & 1; };

/** A case that is ready to run: `run(n)` brings at least n events to the handlers and gives the events per CPU-second. */
export function prepare(name, subscribers) {
  const { make, awaited = false } = cases[name];
  const heard = { sum: 0 };
  const { emit, check } = make(Array.from({ length: subscribers }, () => (awaited ? asyncHandler : handler)(heard)));
  const events = Array.from({ length: batch }, (_, i) => ({
    event_id: String(i), event_type: type, timestamp: '2026-01-01T00:00:00.000Z', source: 'bench', version: '1.0.0', correlation_id: 's',
    causation_id: null, actor: 'user', subject: null, data: { file_path: `/inbox/${i}.png` }, sequence: 0,
  }));
  let sequence = 0;
  return async (count) => {
    const rounds = Math.ceil(count / batch);
    const before = process.cpuUsage();
    for (let round = 0; round < rounds; round += 1) {
      for (const event of events) {
        event.sequence = sequence += 1;
        if (awaited) await emit(event);
        else emit(event);
      }
      // The turn ends, as it does after each commit: what middleware has put off gets its time.
      await null;
      await null;
    }
    const { user, system } = process.cpuUsage(before);
    await new Promise((resolve) => { setImmediate(resolve); });
    // Every second event counts one in each handler.
    const verdict = heard.sum === (sequence / 2) * subscribers ? check(sequence) : 'a handler missed events';
    if (verdict !== true) throw new Error(`${name}: ${verdict}.`);
    return (rounds * batch) / ((user + system) / 1e6);
  };
}
