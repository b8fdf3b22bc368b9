import { inspect } from 'node:util';
import { channels } from '@shared/ipc/channels';
import { ofText } from '@shared/ipc/json-text';
import { type CallName, calls, type Reply } from '@shared/ipc/contract';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { fitting, hostileValues, hurt, type Schema } from '../../testing/hostile/hostile-values';
import { randomNumbers } from '../../testing/quality-pictures';

type Handler = (event: unknown, ...given: unknown[]) => Promise<unknown>;
const doors = vi.hoisted(() => new Map<string, unknown>());
vi.mock('electron', () => ({ ipcMain: { handle: (channel: string, handler: unknown) => doors.set(channel, handler) }, app: {} }));
const { openIpc } = await import('./registry');

/** How many messages; a release sends a hundred thousand. */
const messages = Number(process.env['ALICE_FUZZ_MESSAGES'] ?? 5_000);

const frame = { url: 'app://alice/index.html' };
const ours = { senderFrame: frame, sender: { mainFrame: frame } };

/** A second opinion on what fits: the schemas as JSON Schema, judged by another library. */
const judge = new Ajv2020({ strict: false });
addFormats(judge);
/** A record is a plain object; JSON Schema, which knows no other objects, has no word for that. */
const isPlain = (value: unknown) => [Object.prototype, null].includes(Object.getPrototypeOf(Object(value)) as object | null);
judge.addKeyword({ keyword: 'plain', validate: (_: unknown, value: unknown) => isPlain(value) });
const plainRecords = ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: Record<string, unknown> }) => {
  if (zodSchema._zod.def.type === 'record') jsonSchema['plain'] = true;
};
const asJson = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', override: plainRecords }) as Schema;
const schemas = new Map(Object.entries(calls).map(([name, schema]) => [name, asJson(schema)]));
const verdicts = new Map([...schemas].map(([name, schema]) => [name, judge.compile(schema)]));
/** What JSON Schema cannot say of some calls. */
const beyond = new Map<string, (input: { bands: readonly number[] }) => boolean>(
  (['ratings/preview-bands', 'ratings/set-bands'] as const).map((name) => [name, ({ bands }) => bands.every((limit, at) => at === 0 || limit > (bands[at - 1] ?? 0))]),
);
/** A key of this name is refused wherever it stands, also where any key would do. */
const namesPrototype = (input: unknown) => inspect(input, { depth: Infinity, maxArrayLength: null, breakLength: Infinity }).includes("['__proto__']:");
const judged = (name: string, input: unknown) =>
  verdicts.get(name)?.(input) === true && (beyond.get(name)?.(input as never) ?? true) && (typeof input !== 'object' || !namesPrototype(input));

function registry() {
  const runs: { name: string; input: unknown }[] = [];
  const bugs: unknown[] = [];
  const added: unknown[] = [];
  const heard = (name: string) => (input: unknown) => {
    runs.push({ name, input });
    return null;
  };
  const handlers = Object.fromEntries(Object.keys(calls).map((name) => [name, heard(name)]));
  openIpc({
    handlers: handlers as unknown as Parameters<typeof openIpc>[0]['handlers'],
    addFiles: async (paths) => { added.push(paths); return { added: 0, problems: [] }; },
    reportBug: (bug) => bugs.push(bug),
  });
  const call: Handler = async (...asked) => ofText((await (doors.get(channels.call) as Handler)(...asked)));
  return { runs, bugs, added, call, addFiles: doors.get(channels.addFiles) as Handler };
}

describe('[A66] messages to the main process', () => {
  it(`[A66] of ${messages} mutated ones none that does not fit reaches a handler, and each is answered`, async () => {
    const { runs, bugs, call } = registry();
    const random = randomNumbers(20_261_122);
    const names = Object.keys(calls) as CallName[];
    const count = { fitting: 0, refused: 0 };
    for (let i = 0; i < messages; i += 1) {
      const name = names[i % names.length] as CallName;
      let input = fitting(schemas.get(name) ?? {}, random);
      for (let hurts = Math.floor(random() * 3); hurts > 0; hurts -= 1) input = hurt(input, random);
      const before = runs.length;
      const reply = (await call(ours, name, input)) as Reply<CallName>;
      const fits = judged(name, input);
      const isRight = reply.ok === fits && runs.length - before === Number(fits);
      if (!isRight) throw new Error(`${name}: ${reply.ok ? 'ran' : reply.sentence} ${describeValue(input)}`);
      if (!reply.ok) {
        expect(reply.sentence).toMatch(/^The call .+ was refused: .+\.$/s);
        expect(reply.sentence.length).toBeLessThan(500);
      }
      count[fits ? 'fitting' : 'refused'] += 1;
    }
    expect(bugs).toEqual([]);
    expect(count.fitting).toBeGreaterThan(messages / 10);
    expect(count.refused).toBeGreaterThan(messages / 10);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  }, 600_000);

  it('[A66] for a call that does not exist, whatever its name is, are refused in a sentence', async () => {
    const { runs, call } = registry();
    for (const name of [...hostileValues, 'app/', 'app/status ', 'APP/STATUS', 'hasOwnProperty', Symbol.iterator, undefined]) {
      const reply = (await call(ours, name, {})) as Reply<CallName>;
      expect(reply).toMatchObject({ ok: false, sentence: expect.stringMatching(/^There is no call .{1,200}\.$/su) });
    }
    expect(runs).toEqual([]);
  });

  it('[A66] from anyone but the main frame of Alice’s own page reach no handler, on either door', async () => {
    const { runs, added, call, addFiles } = registry();
    const other = (url: string) => {
      const its = { url };
      return { senderFrame: its, sender: { mainFrame: its } };
    };
    const strangers = [
      { senderFrame: null, sender: { mainFrame: frame } }, { senderFrame: { ...frame }, sender: { mainFrame: frame } },
      ...['about:blank', 'https://alice/', 'app://alice.evil/', 'app://evil/alice', 'app:alice', 'file:///index.html'].map(other),
      ...['data:text/html,x', 'app://alice@evil/', '', 'APP://other', 'app://alice:1/', 'blob:app://alice/x'].map(other),
    ];
    for (const stranger of strangers) {
      for (const name of Object.keys(calls)) {
        expect(await call(stranger, name, fitting(schemas.get(name) ?? {}, Math.random))).toEqual({ ok: false, sentence: 'This page may not talk to Alice.' });
      }
      expect(await addFiles(stranger, ['/etc/hostname'])).toEqual({ added: 0, problems: ['These files were refused.'] });
    }
    expect([runs, added]).toEqual([[], []]);
  });

  it('[A66] that name the prototype of an object reach no handler, however deep and wherever any key would do', async () => {
    const { runs, call } = registry();
    const hostile: unknown = JSON.parse('{"__proto__":{"polluted":true}}');
    const ring: Record<string, unknown> = { hostile };
    ring['ring'] = ring;
    const created = { project_id: 'p', project_name: 'P' };
    const wishes: readonly (readonly [CallName, unknown])[] = [
      ['view/keep', { panes: hostile }], ['board/create-project', { ...created, initial_context: { a: [hostile] } }],
      ['board/create-project', { ...created, initial_context: ring }],
    ];
    expect(await call(ours, 'board/create-project', { ...created, initial_context: { a: [{}] } })).toMatchObject({ ok: true });
    runs.length = 0;
    for (const [name, input] of wishes) {
      const reply = (await call(ours, name, input)) as Reply<CallName>;
      expect(reply.ok).toBe(false);
    }
    expect(((await call(ours, 'view/keep', { panes: hostile })) as { sentence?: string }).sentence).toBe('The call view/keep was refused: its input names the prototype of an object.');
    expect(runs).toEqual([]);
  });

  it('[A66] about dropped files bring paths or are refused', async () => {
    const { added, addFiles } = registry();
    const notEmpty = hostileValues.filter((value) => !Array.isArray(value) || value.length > 0);
    for (const paths of [...notEmpty, ['ok', 7], [''], ['x'.repeat(40_000)], ['a', null]]) {
      expect(await addFiles(ours, paths)).toEqual({ added: 0, problems: ['These files were refused.'] });
    }
    for (const to of [...hostileValues.filter((value) => value !== undefined), 'outbox', { project_id: 'p', column_id: null, preview: false, path: '/etc' }]) {
      expect(await addFiles(ours, ['/a'], to)).toEqual({ added: 0, problems: ['These files were refused.'] });
    }
    expect(added).toEqual([]);
    await addFiles(ours, ['/a', '/b']);
    expect(added).toEqual([['/a', '/b']]);
  });
});

function describeValue(value: unknown): string {
  try {
    return JSON.stringify(value).slice(0, 300);
  } catch {
    return String(value).slice(0, 300);
  }
}
