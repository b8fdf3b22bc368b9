#!/usr/bin/env node
/**
 * Kills a publisher with SIGKILL at random moments and proves that no acknowledged event is lost and none is torn.
 *
 *   node scripts/kill-publisher.mjs [--kills 500] [--seed 1]
 *
 * The publisher has 64 appends under way at all times and writes the id of each event down as soon as it is acknowledged.
 * After each kill the log is opened anew: every id that was written down must be there, and every row must verify.
 */
import { spawn } from 'node:child_process';
import console from 'node:console';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { appModules } from './lib/app-modules.mjs';
import { seededRandom } from './lib/seeded-random.mjs';

const self = fileURLToPath(import.meta.url);
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' }, publish: { type: 'string' } },
});

if (values.publish === undefined) await killAgainAndAgain(Number(values.kills), Number(values.seed));
else await publishForEver(values.publish);

/** The process that is killed. */
async function publishForEver(folder) {
  const { main, shared } = appModules;
  const { openLogDatabase } = await main('log/open-database');
  const { EventLog } = await main('log/event-log');
  const { settingsChanged } = await shared('events/system-events');
  const { stampEvent } = await shared('events/envelope');
  const log = new EventLog(openLogDatabase(folder));
  const acknowledged = openSync(path.join(folder, 'acknowledged'), 'a');
  process.stdout.write('ready\n');
  await Promise.all(
    Array.from({ length: 64 }, async (_, publisher) => {
      for (let i = 0; ; i += 1) {
        const draft = settingsChanged({ setting: `publisher-${publisher}`, value: i });
        const event = stampEvent(draft, { source: 'publisher', actor: 'user' });
        await log.append([event]);
        writeSync(acknowledged, `${event.event_id}\n`);
      }
    }),
  );
}

async function killAgainAndAgain(kills, seed) {
  const { main } = appModules;
  const { openLogReadOnly, openLogDatabase } = await main('log/open-database');
  const { LogReader } = await main('log/log-reader');
  const { Archive } = await main('log/archive');
  const { verifyLog } = await main('log/verify-log');
  const random = seededRandom(seed);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'alice-kill-'));
  let events = 0;
  let acknowledged = 0;
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      const child = spawn(process.execPath, [self, '--publish', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
      const gone = new Promise((resolve) => child.once('exit', resolve));
      await new Promise((resolve) => child.stdout.once('data', resolve));
      await delay(random() * 120);
      child.kill('SIGKILL');
      await gone;

      // As the next start would: opening for writing recovers what the log file needs.
      openLogDatabase(folder).close();
      const database = openLogReadOnly(folder);
      const reader = new LogReader(database);
      const verdict = verifyLog(database, reader, new Archive(folder));
      if (verdict.kind !== 'sound') throw new Error(`Kill ${kill}: event ${verdict.sequence} is damaged. ${verdict.problem}`);
      const ids = readFileSync(path.join(folder, 'acknowledged'), 'utf8').split('\n').slice(0, -1);
      const find = database.prepare('SELECT 1 FROM events WHERE event_id = ?');
      const lost = ids.filter((id) => find.get(Buffer.from(id.replaceAll('-', ''), 'hex')) === undefined);
      if (lost.length > 0) throw new Error(`Kill ${kill}: ${lost.length} acknowledged events are lost, the first is ${lost[0]}.`);
      events = reader.lastSequence;
      acknowledged += ids.length;
      database.close();
      // The ids have been checked; the log goes on growing, but not without end.
      closeSync(openSync(path.join(folder, 'acknowledged'), 'w'));
      if (kill % 50 === 0) console.log(`${kill} kills: ${acknowledged} acknowledged events, 0 lost, 0 torn (${events} in the log)`);
      if (events > 60_000) for (const name of ['log.sqlite', 'log.sqlite-wal', 'log.sqlite-shm']) rmSync(path.join(folder, name), { force: true });
    }
    console.log(`${kills} kills, seed ${seed}: ${acknowledged} acknowledged events, 0 lost, 0 torn.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
