import type * as FilePromises from 'node:fs/promises';

type Call = (...args: unknown[]) => Promise<unknown>;
type Module = typeof FilePromises;

/** What the code under test asks of the file system; everything else it asks is not counted. */
const steps = ['open', 'lstat', 'stat', 'mkdir', 'rmdir', 'copyFile', 'chmod', 'link', 'unlink', 'rename', 'readdir'] as const;
const handleSteps = ['stat', 'read', 'sync', 'chmod', 'utimes', 'close'] as const;

/** A process that has died does nothing any more. */
export class Died extends Error {
  override readonly name = 'Died';
}

export type Fault =
  /** Refused, nothing done. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Done, though it says that it was not. */
  | { readonly kind: 'done_but_refused'; readonly code: string }
  /** From here on nothing happens any more; `after` lets this one call through. */
  | { readonly kind: 'death'; readonly after: boolean };

/** The real file system, with every call counted and one of them going wrong. */
export class FaultyFiles {
  /** Each call as `step path`, in order. */
  calls: string[] = [];
  #at = -1;
  #fault: Fault | null = null;
  #dead = false;
  /** Codes that every call of a step answers with, as on a file system that lacks it. */
  always: Partial<Record<string, string>> = {};
  /** Runs before a step on a path whose name matches. */
  before: ((call: string) => void) | null = null;

  reset(): void {
    this.calls = [];
    this.#at = -1;
    this.#fault = null;
    this.#dead = false;
    this.always = {};
    this.before = null;
  }

  /** The n-th call from now goes wrong. */
  failAt(n: number, fault: Fault): void {
    this.calls = [];
    this.#at = n;
    this.#fault = fault;
  }

  /** The module with these faults in it. */
  around(real: Module): Module {
    const faulty = steps.map((step) => {
      const call = real[step] as Call;
      return [step, (...args: unknown[]) => this.#call(step, nameOf(step, args), () => call(...args))];
    });
    return { ...real, ...(Object.fromEntries(faulty) as Partial<Module>) };
  }

  async #call(step: string, path: string, real: () => Promise<unknown>): Promise<unknown> {
    if (this.#dead) throw new Died(`${step} after the end`);
    const name = `${step} ${path}`;
    const number = this.calls.push(name) - 1;
    this.before?.(name);
    const always = this.always[step];
    if (always !== undefined) throw refusal(always);
    const result = () => real().then((value) => (step === 'open' ? this.#handle(value as FilePromises.FileHandle, path) : value));
    const fault = number === this.#at ? this.#fault : null;
    if (fault === null) return result();
    // A file that could not be closed is closed all the same.
    if (fault.kind === 'done_but_refused' || (fault.kind !== 'death' && step.endsWith('close'))) {
      const value = await result();
      if (step === 'open') await (value as FilePromises.FileHandle).close();
      throw refusal(fault.code);
    }
    if (fault.kind === 'refused') throw refusal(fault.code);
    // What a dead process had open is closed by the system.
    if (fault.after || step.endsWith('close')) await result().then((value) => (step === 'open' ? (value as FilePromises.FileHandle).close() : undefined));
    this.#dead = true;
    throw new Died(name);
  }

  #handle(handle: FilePromises.FileHandle, path: string): FilePromises.FileHandle {
    return new Proxy(handle, {
      get: (target, property) => {
        const value: unknown = Reflect.get(target, property, target);
        if (typeof value !== 'function') return value;
        const own = (...args: unknown[]) => (value as Call).apply(target, args);
        if (!(handleSteps as readonly unknown[]).includes(property)) return own;
        if (property === 'close' && this.#dead) return own;
        return (...args: unknown[]) => this.#call(`handle.${String(property)}`, path, () => own(...args));
      },
    });
  }
}

function nameOf(step: string, args: readonly unknown[]): string {
  const paths = step === 'link' || step === 'rename' || step === 'copyFile' ? args.slice(0, 2) : args.slice(0, 1);
  return paths.map(String).join(' → ');
}

export function refusal(code: string): Error {
  return Object.assign(new Error(`${code}: refused`), { code });
}
