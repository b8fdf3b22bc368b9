import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlText } from '@shared/story/html-text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLogDatabase } from '../../log/open-database';
import { EventLog } from '../../log/event-log';
import { eventFrom, wholeStory } from '../../testing/sample-events';
import { alice, aliceCommand, start } from '../../testing/child-process';
import { memoryOfChildren } from '../../testing/hostile/worker-memory';
import { runCli } from '../../testing/run-cli';
import { tempFolder } from '../../testing/temp-folder';
import { place } from '../../testing/test-hub';
import { a1111Png, drop } from '../../testing/tiny-pictures';
import { csvCell } from './csv';

/** RFC 4180, read back: rows of cells. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const token = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gy;
  while (token.lastIndex < text.length) {
    const [, cell = '', end] = token.exec(text) ?? [];
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

/** Control characters but line breaks and tabs, and marks of direction. */
const unseen = /(?![\n\t\r])\p{Cc}|[\u202a-\u202e]/u;

const prompts = ['a boat, "quoted"\nsecond line', '=HYPERLINK("http://evil","x")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', ' =1+1', '<script>ran = 1</script>', 'x\u001b[31mred\u202e\u009b1m'];

async function libraryOf(texts: readonly string[]) {
  const here = place();
  for (const [i, text] of texts.entries()) drop(join(here.inbox, `p${i}`, 'a.png'), a1111Png(text, i));
  await here.run();
  return here;
}

describe('[A67] alice export', () => {
  it('[A67] writes every filed asset as CSV, HTML and JSON, by format or by the ending of the file', async () => {
    const here = await libraryOf(prompts);
    const csv = await runCli('export', '--data', here.data);
    expect(csv.code).toBe(0);
    const [heading, ...rows] = parseCsv(csv.stdout.replace('\ufeff', ''));
    expect(heading?.slice(0, 5)).toEqual(['file', 'project', 'tool', 'day', 'stars']);
    expect(rows).toHaveLength(prompts.length);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([heading?.length]));
    const column = heading?.indexOf('prompt') ?? -1;
    expect(rows.map((row) => row[column])).toContain('a boat, "quoted"\nsecond line');

    const json = await runCli('export', '--format', 'json', '--data', here.data);
    const told = json.json().map(({ generation }) => (generation as { prompt: string }).prompt);
    expect(told.sort()).toEqual(prompts.map((prompt) => prompt.trim()).sort());

    const page = join(here.home, 'library.html');
    expect(await runCli('export', '--out', page, '--data', here.data)).toMatchObject({ code: 0, stdout: '', stderr: `${prompts.length} files written to ${page}.\n` });
    expect(readFileSync(page, 'utf8').match(/<tr>/g)).toHaveLength(prompts.length + 1);
    expect(await runCli('export', '--out', page, '--data', here.data)).toMatchObject({ code: 2, stderr: `The file ${page} is there already. Name another one.\n` });
    expect(await runCli('export', '--out', join(here.home, 'no', 'x.csv'), '--data', here.data)).toMatchObject({ code: 2 });
    expect((await runCli('export', '--format', 'xml', '--data', here.data)).code).toBe(2);
  }, 30_000);

  it('[A67] beside a hub that works, and where the library was lost, it says what the log knows', async () => {
    const here = place();
    const hub = here.open();
    drop(join(here.inbox, 'a.png'), a1111Png('first'));
    await hub.start({ watch: false });
    await hub.settled();
    expect((await runCli('export', '--format', 'json', '--data', here.data)).lines).toHaveLength(1);
    await hub.close('closed');
    drop(join(here.data, 'library.sqlite'), 'this is no database');
    expect((await runCli('export', '--format', 'json', '--data', here.data)).lines).toHaveLength(1);
    expect(readFileSync(join(here.data, 'library.sqlite'), 'utf8')).toBe('this is no database');
  }, 30_000);
});

describe('[A68] an exported table', () => {
  it('[A68] has no cell that a spreadsheet takes for a formula, and keeps to RFC 4180', () => {
    const word = fc.string({ unit: fc.oneof(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' ', '"', ',', ';', "'", '＝', '%', '|'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 })), maxLength: 30 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (cells) => {
        const [read] = parseCsv(`${cells.map(csvCell).join(',')}\r\n`);
        expect(read).toHaveLength(cells.length);
        for (const [i, cell] of (read ?? []).entries()) {
          if (!/^-?\d+(\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^[\s"]*[=+\-@＝＋－＠|%]|^[\t\r\n]/);
          expect(cell).not.toMatch(unseen);
          const plain = cells[i] ?? '';
          if (/^[\w ]*$/.test(plain)) expect(cell).toBe(plain);
        }
      }),
      { numRuns: 3_000 },
    );
    expect([csvCell('=1+1'), csvCell('-5'), csvCell('-5+1'), csvCell(-5), csvCell(null), csvCell('a\r\nb')]).toEqual(["'=1+1", '-5', "'-5+1", '-5', '', '"a\nb"']);
  });

  it('[A68] as a page has a policy that lets nothing load or run, and no tag but its own', async () => {
    const here = await libraryOf([...prompts, '"><img src=x onerror=ran=1>', "' onmouseover='x", '</td></table></body></html><script>1</script>', '&lt;script&gt;']);
    const { stdout } = await runCli('export', '--format', 'html', '--data', here.data);
    expect(stdout).toContain("default-src 'none'; style-src 'sha256-");
    const tags = new Set([...stdout.matchAll(/<(\/?[a-z!][a-z0-9]*)/gi)].map(([, tag]) => tag?.replace('/', '').toLowerCase()));
    expect([...tags].sort()).toEqual(['!doctype', 'body', 'div', 'h1', 'head', 'html', 'meta', 'style', 'table', 'tbody', 'td', 'th', 'thead', 'title', 'tr']);
    expect(stdout).toContain('&lt;script&gt;ran = 1&lt;/script&gt;');
    expect(stdout).toContain('&amp;lt;script&amp;gt;');
    expect(stdout).not.toMatch(unseen);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (words) => { expect(htmlText(words)).not.toMatch(/[<>"']/); }));
  }, 30_000);
});

describe('[A69] a large library', () => {
  it('[A69] is exported a page at a time, whoever stops reading', async () => {
    const data = tempFolder();
    fillLog(data, 6_000);
    const { child, ended } = start(aliceCommand(['export', '--data', data, '--format', 'html']));
    let most = 0;
    const timer = setInterval(() => { most = Math.max(most, memoryOfChildren().get(child.pid ?? 0) ?? 0); }, 10);
    const { code, stdout } = await ended;
    clearInterval(timer);
    expect(code).toBe(0);
    expect(stdout.split('<tr>')).toHaveLength(6_002);
    expect(most).toBeLessThan(250e6);
    const stopped = start(aliceCommand(['export', '--data', data, '--format', 'csv']));
    stopped.child.stdout?.destroy();
    expect((await stopped.ended).code).toBe(0);
    expect((await alice('export', '--data', data, '--format', 'json')).stdout.trimEnd().split('\n')).toHaveLength(6_000);
  }, 60_000);
});

/** A log as if so many pictures had been filed. */
function fillLog(folder: string, assets: number): void {
  const database = openLogDatabase(folder);
  const log = new EventLog(database);
  for (let i = 0; i < assets; i += 500) {
    const stories = Array.from({ length: 500 }, (_, j) => wholeStory(`${i + j}.png`).map((draft) => eventFrom(draft, { correlation_id: `story-${i + j}` })));
    void log.append(stories.flat());
    log.flush();
  }
  database.close();
}
