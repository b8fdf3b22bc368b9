import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { styleChosen } from '@shared/events/creative-events';
import { expect, it } from 'vitest';
import { runCli } from '../../testing/run-cli';
import { place } from '../../testing/test-hub';
import { a1111Png, drop } from '../../testing/tiny-pictures';

async function withPictures() {
  const here = place();
  drop(join(here.inbox, 'harbor', 'a.png'), a1111Png('boat'));
  drop(join(here.inbox, 'tides', 'b.png'), a1111Png('wave', 1));
  await here.run();
  return { here, alice: (...args: readonly string[]) => runCli(...args, '--data', here.data) };
}

it('[D25] alice project lists, creates and shows projects', async () => {
  const { here, alice } = await withPictures();
  expect((await alice('project', 'list')).lines).toEqual(['harbor: 1 picture, a folder only', 'tides: 1 picture, a folder only']);
  expect(await alice('project', 'show', 'harbor')).toMatchObject({
    code: 2, stderr: 'harbor is a folder of pictures so far. alice project create "harbor" makes a project of it.\n',
  });
  const made = await alice('project', 'create', 'harbor', '--description', 'A town\u001b[31m', '--type', 'story', '--json');
  expect(made.json()).toMatchObject([{ name: 'harbor', assets: 1, type: 'story', decisions: 1 }]);
  expect(await alice('project', 'create', 'harbor')).toMatchObject({ code: 2, stderr: 'There is a project harbor already.\n' });
  const id = String(made.json()[0]?.['id']);
  const hub = here.open();
  await hub.say(styleChosen({ project_id: id, style_name: 'Dusk', style_category: 'visual', reason: 'Faces.' }));
  // Beside a hub that works.
  expect((await alice('project', 'list')).lines).toEqual([`harbor: 1 picture, 2 decisions, story  [${id}]`, 'tides: 1 picture, a folder only']);
  const shown = await alice('project', 'show', 'HARBOR');
  expect(shown.lines.slice(0, 3)).toEqual([`harbor: 1 picture, 2 decisions, story  [${id}]`, '  A town\\u001b[31m', '  Style, chosen: Dusk. Faces.']);
  expect((await alice('project', 'show', id, '--json')).json()).toMatchObject([{ project: { id }, styles: [{ name: 'Dusk' }], best: [{ file_name: 'harbor-001.png' }] }]);
  expect((await alice('project', 'create', 'other')).stderr).toContain('is working with the data folder');
  await hub.close('closed');
  expect(await alice('project', 'show', 'nothing')).toMatchObject({ code: 2, stderr: 'There is no project nothing. alice project list shows those that there are.\n' });
}, 60_000);

it('[D25] alice brief writes a project down, to new files only, or to stdout', async () => {
  const { here, alice } = await withPictures();
  await alice('project', 'create', 'harbor', '--description', 'A <b>town</b>');
  const told = await alice('brief', 'harbor');
  expect(told.lines.slice(0, 1)).toEqual(['# harbor']);
  expect(told.stdout).toContain('> A \\<b\\>town\\</b\\>');
  const [page, text] = [join(here.home, 'brief.html'), join(here.home, 'brief.md')];
  expect(await alice('brief', 'harbor', '--html', page, '--markdown', text)).toMatchObject({
    code: 0, stdout: '', stderr: `The brief of harbor is written to ${page}.\nThe brief of harbor is written to ${text}.\n`,
  });
  expect(readFileSync(page, 'utf8')).toContain('A &lt;b&gt;town&lt;/b&gt;');
  expect(readFileSync(text, 'utf8')).toMatch(/!\[harbor-001\.png[^\]]*\]\(organized\/[^)]*\/harbor-001\.png\)/);
  expect(await alice('brief', 'harbor', '--html', page)).toMatchObject({ code: 2, stderr: `The file ${page} is there already. Name another one.\n` });
  expect(await alice('brief', 'harbor', '--html', join(here.home, 'no', 'x.html'))).toMatchObject({ code: 2 });
  expect(existsSync(join(here.home, 'no'))).toBe(false);
  expect((await alice('brief', 'nothing')).code).toBe(2);
}, 60_000);
