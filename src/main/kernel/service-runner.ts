import { setTimeout as delay } from 'node:timers/promises';
import type { RecordedEvent } from '@shared/events/catalog';
import type { EventDraft } from '@shared/events/define-event';
import { stampEvent } from '@shared/events/envelope';
import { eventParked } from '@shared/events/system-events';
import type { BusStats, ServiceStats } from '@shared/library/bus-stats';
import type { EventBus } from '../bus/event-bus';
import type { Service } from './define-service';
import { type Gate, openGate } from './gate';
import { HandlerTimes } from './handler-times';
import { Progress } from './progress';
import { messageOf, type ReportBug } from './report-bug';

/** What a runner needs of the log: where it stopped, and what came after. */
export interface Feed {
  readonly lastSequence: number;
  after(sequence: number, limit: number): readonly RecordedEvent[];
  positionOf(service: string): { readonly sequence: number; readonly handledBeyond: ReadonlySet<number> };
  park(service: string, sequence: number, attempts: number, reason: string): void;
  /** Forgets a dead letter that was dealt with after all. */
  unpark(service: string, sequence: number): void;
}

export interface RunnerOptions {
  readonly bus: EventBus;
  readonly feed: Feed;
  readonly reportBug: ReportBug;
  /** Asked before each try. */
  readonly gate?: Gate;
  /** Waits between tries, in milliseconds; when they are used up the event is parked. */
  readonly retryAfterMs?: readonly number[];
}

const pageSize = 256;
/** Events of others; fewer are read again within a few milliseconds. */
const worthRecording = 1_000;
const defaultRetries = [50, 200, 1_000, 5_000] as const;

/**
 * Feeds a service from the log, from where it stopped: at least once, in log order per subject, several
 * subjects at a time. What a handler says is recorded in one transaction with the proof that it was handled.
 */
export class ServiceRunner {
  readonly #service: Service;
  readonly #options: RunnerOptions;
  readonly #progress: Progress;
  readonly #times: HandlerTimes;
  /** The last work begun per subject; the next event about it waits for its end. */
  readonly #lanes = new Map<string, Promise<void>>();
  #queue: RecordedEvent[] = [];
  #readUpTo: number;
  /** The checkpoint that was recorded last. */
  #recorded: number;
  #running = 0;
  #stopping = false;
  #looking = false;
  #waiters: (() => void)[] = [];
  readonly #stop = new AbortController();
  readonly #leave: () => void;

  constructor(service: Service, options: RunnerOptions) {
    this.#service = service;
    this.#options = options;
    const { sequence, handledBeyond } = options.feed.positionOf(service.name);
    this.#progress = new Progress(sequence, handledBeyond);
    this.#times = new HandlerTimes(`service ${service.name}`);
    this.#readUpTo = sequence;
    this.#recorded = sequence;
    this.#leave = options.bus.on('*', (event) => { this.#notice(event); }, { name: `service ${service.name}` });
  }

  /** Begins with what happened while the service was away. */
  start(): void {
    this.#pump();
  }

  /** True when everything that the log holds has been dealt with. */
  get idle(): boolean {
    return this.#running === 0 && this.#queue.length === 0 && this.#readUpTo >= this.#options.feed.lastSequence;
  }

  get name(): string {
    return this.#service.name;
  }

  /** Whether an event was dealt with, and all before it: what was said about it is recorded. */
  dealtWith(sequence: number): boolean {
    return this.#progress.checkpoint(this.#readUpTo) >= sequence;
  }

  /** How many events of the log lie ahead. */
  get lag(): number {
    return this.#options.feed.lastSequence - this.#progress.checkpoint(this.#readUpTo);
  }

  /** What waits in memory, which is bounded, what is being worked on, and what of the log lies ahead. */
  /** How its handlers fared, one row for each event type that it has dealt with. Every call is timed. */
  get handlers(): BusStats['handlers'] {
    return this.#times.figures();
  }

  get figures(): ServiceStats {
    return { name: this.#service.name, queued: this.#queue.length, running: this.#running, lag: this.lag };
  }

  /** Takes no more events and resolves when the handlers that run have ended; retries are not waited for. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#leave();
    this.#stop.abort();
    while (this.#running > 0) await new Promise<void>((resolve) => this.#waiters.push(resolve));
  }

  /**
   * Says how far it has read when that is a good way beyond what is recorded: events that are none of its business are not read again
   * at the next start. Written with the log's next commit; what is not written is read once more.
   */
  remember(): void {
    const { bus, gate, reportBug } = this.#options;
    const { name } = this.#service;
    const checkpoint = this.#progress.checkpoint(this.#readUpTo);
    if (gate?.closed === true || checkpoint - this.#recorded < worthRecording) return;
    this.#recorded = checkpoint;
    bus.publish([], { service: name, handled: checkpoint, checkpoint }).catch((error: unknown) => { reportBug({ where: `${name}'s checkpoint`, error }); });
  }

  #notice(event: RecordedEvent): void {
    // A live event that follows directly needs no reading; a gap or a long queue is caught up from the log.
    if (event.sequence === this.#readUpTo + 1 && this.#queue.length < pageSize) this.#take(event);
    // While all hands are busy, whoever ends looks for more.
    if (this.#running < this.#service.concurrency) this.#lookSoon(queueMicrotask);
  }

  /** Looks for work once, however many events ask for it before. */
  #lookSoon(when: (look: () => void) => void): void {
    if (this.#looking) return;
    this.#looking = true;
    when(() => {
      this.#looking = false;
      this.#pump();
    });
  }

  #take(event: RecordedEvent): void {
    this.#readUpTo = event.sequence;
    if (!this.#concerns(event)) return;
    if (this.#progress.begin(event.sequence)) this.#queue.push(event);
  }

  #concerns(event: RecordedEvent): boolean {
    if (event.event_type === 'event.retry_requested') return event.data.service === this.#service.name;
    return (this.#service.consumes as readonly string[]).includes(event.event_type);
  }

  /** The event that is to be dealt with: the event itself, or the parked one that a person wants tried again. */
  #meant(event: RecordedEvent): RecordedEvent | undefined {
    if (event.event_type !== 'event.retry_requested') return event;
    const { parked_sequence, parked_event_id } = event.data;
    const [parked] = this.#options.feed.after(parked_sequence - 1, 1);
    return parked?.event_id === parked_event_id ? parked : undefined;
  }

  #pump(): void {
    while (!this.#stopping && this.#running < this.#service.concurrency) {
      const event = this.#next();
      if (event === undefined) return;
      const lane = event.subject ?? event.correlation_id;
      const before = this.#lanes.get(lane) ?? Promise.resolve();
      this.#running += 1;
      const work = before.then(() => this.#work(event));
      this.#lanes.set(lane, work);
      void work.finally(() => {
        if (this.#lanes.get(lane) === work) this.#lanes.delete(lane);
        this.#running -= 1;
        for (const wake of this.#waiters.splice(0)) wake();
        this.#pump();
      });
    }
  }

  #next(): RecordedEvent | undefined {
    const { feed } = this.#options;
    if (this.#queue.length > 0 || this.#readUpTo >= feed.lastSequence) return this.#queue.shift();
    const page = feed.after(this.#readUpTo, pageSize);
    for (const event of page) this.#take(event);
    const next = this.#queue.shift();
    // Nothing here for this service: the next page in another turn, so that a long log keeps nobody waiting.
    if (next === undefined && page.length > 0) this.#lookSoon(setImmediate);
    return next;
  }

  async #work(delivered: RecordedEvent): Promise<void> {
    const event = this.#meant(delivered);
    if (event === undefined) return this.#settle(delivered, delivered, []);
    const waits = this.#options.retryAfterMs ?? defaultRetries;
    const { gate = openGate } = this.#options;
    for (let attempt = 1; !this.#stopping; attempt += 1) {
      const opened = gate.opened(this.#stop.signal);
      if (opened) await opened;
      if (this.#stop.signal.aborted) return;
      try {
        const drafts: EventDraft[] = [];
        await this.#times.of(event.event_type, () => this.#service.handle(event, { publish: (draft) => drafts.push(draft) }));
        if (drafts.length > 0 && (await gate.blames(drafts))) {
          attempt -= 1;
          continue;
        }
        await this.#settle(delivered, event, drafts);
        if (event !== delivered) this.#options.feed.unpark(this.#service.name, event.sequence);
        return;
      } catch (error) {
        if (gate.closed) {
          attempt -= 1;
          continue;
        }
        this.#options.reportBug({ where: `${this.#service.name} at ${event.event_type}`, error });
        const wait = waits[attempt - 1];
        if (wait === undefined) return this.#park(delivered, event, attempt, messageOf(error));
        await delay(wait, undefined, { signal: this.#stop.signal, ref: false }).catch(() => undefined);
      }
    }
  }

  /** Records what was said about an event together with the proof that what was delivered has been dealt with. */
  async #settle(delivered: RecordedEvent, event: RecordedEvent, drafts: readonly EventDraft[]): Promise<void> {
    const { name } = this.#service;
    const origin = {
      source: name,
      actor: `service:${name}`,
      correlation_id: event.correlation_id,
      causation_id: event.event_id,
    };
    const events = drafts.map((draft) => stampEvent(draft, origin));
    const handled = delivered.sequence;
    const receipt = { service: name, handled, checkpoint: this.#progress.checkpoint(this.#readUpTo, handled) };
    this.#recorded = receipt.checkpoint;
    const recorded = this.#options.bus.publish(events, receipt);
    // A receipt without events is written lazily; nothing is lost when it is not waited for.
    if (events.length > 0) await recorded;
    else recorded.catch((error: unknown) => { if (!this.#options.gate?.closed) this.#options.reportBug({ where: `${name}'s checkpoint`, error }); });
    this.#progress.end(handled);
  }

  async #park(delivered: RecordedEvent, event: RecordedEvent, attempts: number, reason: string): Promise<void> {
    const drafts: EventDraft[] = [
      eventParked({
        service: this.#service.name,
        parked_event_id: event.event_id,
        parked_event_type: event.event_type,
        attempts,
        reason,
      }),
    ];
    const bug = (what: string) => (error: unknown) => {
      this.#options.reportBug({ where: `${this.#service.name} could not ${what} ${event.event_type}`, error });
    };
    try {
      this.#service.giveUp(event, reason, { publish: (draft) => drafts.push(draft) });
    } catch (error) {
      bug('say that it gave up')(error);
    }
    try {
      this.#options.feed.park(this.#service.name, event.sequence, attempts, reason);
      await this.#settle(delivered, event, drafts);
    } catch (error) {
      // It stays unhandled and is delivered again after the next start.
      bug('park')(error);
    }
  }
}
