import { writeSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { type FaultOrder, runOrder } from './fault-runs';

/** A hub in a process of its own, which waits for its order so that a fault can be put in place first. */
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
// Libuv's thread exists from its first work on.
await stat('.');
process.stdout.write('ready\n');
const order = await lines.next();
const outcome = await runOrder(JSON.parse(String(order.value)) as FaultOrder, (id) => writeSync(1, `told ${id}\n`));
process.stdout.write(`${JSON.stringify(outcome)}\n`, () => process.exit(0));
