import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { eventLine } from '@shared/story/event-line';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { aliceCommand, start } from '../child-process';
import { runCli } from '../run-cli';
import { place } from '../test-hub';
import { drop, ratedPng } from '../tiny-pictures';
import { picturesSaying } from './naughty-pictures';
import { asFileName, chosenNaughtyStrings } from './naughty-strings';

const strings = chosenNaughtyStrings();
/** Whatever a terminal would obey, or that turns what is read. Line breaks end our own lines. */
const obeyed = /(?!\n)\p{Cc}|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
/** A page of HTML may hold the tabs of a text, a table the line breaks. */
const obeyedInTables = /(?![\n\r\t])\p{Cc}|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

describe('[A70] naughty strings in the terminal', () => {
  it(`[A70] ${strings.length} of them, as name, project, prompt, model and every other text of a file, are only text in every command`, async () => {
    const here = place();
    const [png, jpeg] = [ratedPng(1, 66), new Uint8Array(await sharp(ratedPng(2, 66)).jpeg().toBuffer())];
    const read: string[] = [];
    for (const [i, text] of strings.entries()) {
      const name = asFileName(text);
      const pictures = picturesSaying(text, { png, jpeg });
      const bytes = pictures[i % pictures.length] ?? png;
      read.push(drop(join(here.inbox, `${i} ${name}`.slice(0, 60), `${name}.png`), bytes));
      drop(join(here.inbox, `${i} ${name}`.slice(0, 60), `${name}.txt.png`), `not a picture: ${text}`);
    }
    const events = await here.run();
    expect(here.bugs).toEqual([]);
    for (const event of events) expect(eventLine(event)).not.toMatch(/\p{Cc}|[\u202a-\u202e]/u);
    const filed = events.flatMap((event) => (event.event_type === 'asset.organized' ? [event.data.destination_path] : []));
    expect(filed).toHaveLength(strings.length);

    const data = ['--data', here.data];
    const commands: string[][] = [
      ['events', ...data], ['events', '--json', ...data], ['dead-letters', ...data], ['verify', ...data],
      ['read', ...read], ['read', '--json', ...read], ['score', ...read.slice(0, 8)],
      ...filed.slice(0, 25).flatMap((path) => [['why', path, ...data], ['why', path, '--json', ...data]]),
      ['organize', here.inbox, '--to', here.organized, '--dry-run', ...data], ['organize', here.inbox, '--to', here.organized, '--dry-run', '--json', ...data],
      ['export', '--format', 'json', ...data],
      ...strings.slice(0, 40).filter((text) => !text.startsWith('-')).map((text) => ['why', text, ...data]),
      ...strings.slice(0, 40).map((text) => ['events', `--project=${text}`, `--type=${text}`, ...data]),
    ];
    for (const command of commands) {
      const { stdout, stderr } = await runCli(...command);
      expect(stdout, command[0]).not.toMatch(obeyed);
      expect(stderr, command[0]).not.toMatch(obeyed);
    }
    for (const format of ['csv', 'html']) expect((await runCli('export', '--format', format, ...data)).stdout, format).not.toMatch(obeyedInTables);
    const page = (await runCli('export', '--format', 'html', ...data)).stdout;
    expect(page.match(/<(script|img|svg|iframe|a|form|base|input|math)\b/gi)).toBeNull();

    for (const how of [['--verbose'], ['--json']]) {
      const { child, ended } = start(aliceCommand(['monitor', '--from', '1', ...how, ...data]));
      await delay(1_500);
      child.kill('SIGINT');
      const { stdout, stderr } = await ended;
      expect(stdout.split('\n').length).toBeGreaterThan(events.length);
      expect(stdout).not.toMatch(obeyed);
      expect(stderr).not.toMatch(obeyed);
    }
  }, 300_000);
});
