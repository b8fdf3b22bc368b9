import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { channels } from '@shared/ipc/channels';
import type { Added } from '@shared/ipc/answers';
import { type Answers, type CallName, calls, type Reply } from '@shared/ipc/contract';
import { type DropTarget, dropTarget } from '@shared/ipc/drop-calls';
import { asText } from '@shared/ipc/json-text';
import { t } from '@shared/language/language';
import { toldOf } from '@shared/language/said';
import { z } from 'zod';
import type { ReportBug } from '../../kernel/report-bug';
import { isAppAddress } from '../security';

/** One handler for each call of the contract: leave one out and it does not compile. */
export type Handlers = { readonly [N in CallName]: (input: z.output<(typeof calls)[N]>) => Promise<Answers[N]> | Answers[N] };

/** Trouble that a person can do something about; its message is the sentence that the window shows. */
export class PersonalError extends Error {
  override readonly name = 'PersonalError';
}

export interface RegistryOptions {
  readonly handlers: Handlers;
  /** Takes what a person dropped on the window. The paths come from the preload, which has them from the system. */
  readonly addFiles: (paths: readonly string[], to: DropTarget) => Promise<Added>;
  readonly reportBug: ReportBug;
}

const droppedPaths = z.array(z.string().min(1).max(32_768)).max(100_000);

/** Opens the only two doors into the main process. Each call is checked for its sender and its input. */
export function openIpc({ handlers, addFiles, reportBug }: RegistryOptions): () => void {
  const replyTo = async (event: IpcMainInvokeEvent, name: unknown, input: unknown): Promise<Reply<CallName>> => {
    if (!isOurs(event)) return refusal(t('This page may not talk to Alice.'));
    if (typeof name !== 'string') return refusal(t('There is no call of that kind.'));
    if (!Object.hasOwn(calls, name)) return refusal(t('There is no call {name}.', { name: JSON.stringify(name.slice(0, 100)) }));
    const call = name as CallName;
    const parsed = fit(call, input);
    if ('problem' in parsed) return refusal(t('The call {call} was refused: {problem}.', { call, problem: parsed.problem }));
    try {
      return { ok: true, answer: await (handlers[call] as (input: unknown) => unknown)(parsed.data) } as Reply<CallName>;
    } catch (error) {
      if (error instanceof PersonalError) return refusal(error.message);
      reportBug({ where: `the call ${call}`, error });
      return refusal(t('That did not work: {error}', { error: toldOf(error) }));
    }
  };
  ipcMain.handle(channels.call, async (event, name: unknown, input: unknown) => asText(await replyTo(event, name, input)));
  ipcMain.handle(channels.addFiles, async (event, paths: unknown, to: unknown): Promise<Added> => {
    const parsed = droppedPaths.safeParse(paths);
    const target = dropTarget.safeParse(to);
    if (!isOurs(event) || !parsed.success || !target.success) return { added: 0, problems: [t('These files were refused.')] };
    try {
      return await addFiles(parsed.data, target.data);
    } catch (error) {
      if (!(error instanceof PersonalError)) reportBug({ where: 'adding files', error });
      return { added: 0, problems: [toldOf(error)] };
    }
  });
  return () => {
    ipcMain.removeHandler(channels.call);
    ipcMain.removeHandler(channels.addFiles);
  };
}

/** What a handler gets, or why it gets nothing. */
function fit(call: CallName, input: unknown): { readonly data: unknown } | { readonly problem: string } {
  try {
    const parsed = calls[call].safeParse(input);
    // The check takes such a key out of a record without a word; whoever sends one means no good by it.
    if (parsed.success && namesPrototype(input)) return { problem: t('its input names the prototype of an object') };
    if (parsed.success) return { data: parsed.data };
    const [issue] = parsed.error.issues;
    return { problem: `${issue?.path.join('.').slice(0, 100) || t('its input')} ${issue?.message.slice(0, 200) ?? t('does not fit')}` };
  } catch {
    // Some values that a message can carry make the check itself throw: typed arrays cannot be frozen, for one.
    return { problem: t('its input is of no kind that any call takes') };
  }
}

/** Whether an object in what was sent has a key of its own that elsewhere stands for its prototype. */
function namesPrototype(input: unknown, seen = new Set<object>()): boolean {
  if (typeof input !== 'object' || input === null || seen.has(input) || ArrayBuffer.isView(input)) return false;
  seen.add(input);
  return Object.hasOwn(input, '__proto__') || Object.values(input).some((value) => namesPrototype(value, seen));
}

/** Only the main frame of a page that Alice itself served. */
function isOurs({ senderFrame, sender }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isAppAddress(senderFrame.url);
}

function refusal(sentence: string): { ok: false; sentence: string } {
  return { ok: false, sentence };
}
