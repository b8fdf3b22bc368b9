import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commandIds, commandOf } from '@shared/commands/all-commands';
import { expect, it } from 'vitest';

it('[D180] every command of the registry is done by somebody', () => {
  const folder = resolve(import.meta.dirname, '../view');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /(?<!\.test)\.tsx?$/.test(path));
  const code = files.map((path) => readFileSync(join(folder, path), 'utf8')).join('\n');
  // Those of the layer for deciding are made of its actions, all in one line.
  const done = (id: string) => code.includes(`'${id}':`);
  expect(commandIds.filter((id) => commandOf(id).section !== 'deciding' && !done(id))).toEqual([]);
});
