import { type Job, type JobResults, type MediaProcess, readySignal, type Response, type StartMediaProcess } from './protocol';

export interface PoolOptions {
  readonly start: StartMediaProcess;
  /** How many processes to run at most. */
  readonly processes: number;
  /** Milliseconds after which a job is given up and its process killed. */
  readonly timeLimitMs?: number;
  /** Jobs inside one process at once: while one waits for the disk or libvips, another computes. */
  readonly inFlight?: number;
}

interface Task {
  readonly id: number;
  readonly job: Job;
  /** Processes that died or hung while they had this job. */
  deaths: number;
  timer: NodeJS.Timeout | null;
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/** A file killed the media process, made it hang, or had it take too much memory, twice. */
export class PoisonousFileError extends Error {
  override readonly name = 'PoisonousFileError';
}

/** What a job threw inside the process, with the system's code when it had one. */
export class MediaJobError extends Error {
  override readonly name = 'MediaJobError';
  readonly code: string | null;

  constructor(message: string, code: string | null) {
    super(message);
    this.code = code;
  }
}

/** The media process does not even start; no file is to blame. */
export class MediaUnavailableError extends Error {
  override readonly name = 'MediaUnavailableError';
}

const deathsAllowed = 1;
const failedStartsAllowed = 3;

/**
 * Runs media jobs in a few processes that may die. A job whose process died is tried once more, alone; the second
 * death is the file's fault. Processes start when they are first needed.
 */
export class MediaPool {
  readonly #options: Required<PoolOptions>;
  readonly #workers = new Map<MediaProcess, Set<Task>>();
  #queue: Task[] = [];
  #nextId = 1;
  /** Processes in a row that ended before they were ready. */
  #failedStarts = 0;
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = { timeLimitMs: 20_000, inFlight: 3, ...options };
  }

  /** Does one job. @throws MediaJobError, PoisonousFileError */
  run<K extends Job['kind']>(job: Extract<Job, { kind: K }>): Promise<JobResults[K]> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ id: this.#nextId, job, deaths: 0, timer: null, resolve, reject });
      this.#nextId += 1;
      this.#advance();
    });
  }

  /** Ends the processes; jobs that still run are rejected. */
  close(): void {
    this.#closed = true;
    for (const task of this.#queue.splice(0)) task.reject(new Error('Alice is closing.'));
    for (const process of [...this.#workers.keys()]) process.kill();
  }

  #advance(): void {
    while (this.#queue.length > 0 && !this.#closed) {
      const task = this.#queue[0];
      const worker = task && this.#freeWorker(task);
      if (!task || !worker) return;
      this.#queue.shift();
      const [process, tasks] = worker;
      tasks.add(task);
      task.timer = setTimeout(() => { process.kill(); }, this.#options.timeLimitMs);
      process.post({ id: task.id, job: task.job });
    }
  }

  /** The least busy process with room. One that saw a death gets a process to itself, so that it can be told who is to blame. */
  #freeWorker(task: Task): [MediaProcess, Set<Task>] | undefined {
    const allowed = task.deaths > 0 ? 1 : this.#options.inFlight;
    const open = [...this.#workers].filter(([, tasks]) => tasks.size < allowed && ![...tasks].some(({ deaths }) => deaths > 0));
    const idle = open.find(([, tasks]) => tasks.size === 0);
    if (idle) return idle;
    if (this.#workers.size < this.#options.processes) return this.#start();
    return open[0];
  }

  #start(): [MediaProcess, Set<Task>] {
    const process = this.#options.start();
    const tasks = new Set<Task>();
    this.#workers.set(process, tasks);
    let ready = false;
    process.onMessage((message) => {
      if (message !== readySignal) {
        this.#answered(tasks, message);
        return;
      }
      ready = true;
      this.#failedStarts = 0;
    });
    process.onExit(() => { this.#died(process, tasks, ready); });
    return [process, tasks];
  }

  #answered(tasks: Set<Task>, response: Response): void {
    const task = [...tasks].find(({ id }) => id === response.id);
    if (!task) return;
    this.#finish(tasks, task);
    if ('error' in response) task.reject(new MediaJobError(response.error, response.code));
    else task.resolve(response.result as never);
    this.#advance();
  }

  #died(process: MediaProcess, tasks: Set<Task>, wasReady: boolean): void {
    this.#workers.delete(process);
    if (!wasReady) this.#failedStarts += 1;
    for (const task of [...tasks]) {
      this.#finish(tasks, task);
      if (wasReady) task.deaths += 1;
      if (this.#failedStarts >= failedStartsAllowed) task.reject(new MediaUnavailableError('The media process does not start.'));
      else if (this.#closed) task.reject(new Error('Alice is closing.'));
      else if (task.deaths > deathsAllowed) task.reject(new PoisonousFileError('The file crashed the decoder twice.'));
      else this.#queue.unshift(task);
    }
    this.#advance();
  }

  #finish(tasks: Set<Task>, task: Task): void {
    if (task.timer) clearTimeout(task.timer);
    task.timer = null;
    tasks.delete(task);
  }
}
