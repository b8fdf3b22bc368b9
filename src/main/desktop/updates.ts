import type { UpdateNews, UpdatesState } from '@shared/ipc/update-calls';
import { t } from '@shared/language/language';
import { latestRelease, readReleaseList, type Release, type ReleaseChannel } from '@shared/library/release-list';
import { isLater } from '@shared/library/version-order';
import type { Hub } from '../hub';
import type { ReportBug } from '../kernel/report-bug';
import { ListTrouble } from './updates-fetch';
import type { UpdatesMemory } from './updates-memory';

export interface UpdateSettings {
  readonly look_for_updates: 'never' | 'daily';
  readonly release_channel: ReleaseChannel;
  readonly release_list: string;
}

export interface UpdatesOptions {
  /** The version that runs. */
  readonly current: string;
  readonly settings: () => UpdateSettings;
  readonly memory: UpdatesMemory;
  readonly fetchList: (address: string) => Promise<string>;
  /** Whether nobody is at work in the window. */
  readonly idle: () => boolean;
  /** The state is another one. */
  readonly changed: () => void;
  /** Tells of a newer version; false when there is no window to tell it in. */
  readonly tell: (found: NonNullable<UpdatesState['found']>) => boolean;
  readonly reportBug: ReportBug;
}

const hour = 3_600_000;
const afterStartMs = 30_000;
const afterSwitchedOnMs = 5_000;
const onceMs = 24 * hour;
const afterTroubleMs = hour;
const notIdleMs = 30_000;
/** So often it waits for a pause; then it looks all the same, which disturbs nobody. */
const mostWaits = 20;

/** Looks for newer versions: by itself when a person wants that, and whenever one asks. It installs nothing. */
export class Updates {
  readonly #options: UpdatesOptions;
  #earliest: number | null = null;
  #timer: NodeJS.Timeout | null = null;
  /** The address of the last look. */
  #lookedAt: string | null = null;
  #look: Promise<void> | null = null;
  #problem: { readonly address: string; readonly sentence: string } | null = null;
  #ranBefore: string | null | undefined;
  #waited = 0;

  constructor(options: UpdatesOptions) {
    this.#options = options;
  }

  get state(): UpdatesState {
    const { memory, current, settings } = this.#options;
    const { release_list: address, look_for_updates } = settings();
    const failed = this.#problem?.address === address ? this.#problem.sentence : null;
    const found = this.#found;
    return {
      current,
      looking: this.#look !== null,
      looked_at: memory.now.address === address ? memory.now.looked_at : null,
      problem: failed ?? (address === '' && look_for_updates === 'daily' ? noAddress() : null),
      found: found && shownOf(found),
    };
  }

  /** From here on looks by itself, where that is wanted. */
  begin(): void {
    this.#earliest = Date.now() + afterStartMs;
    this.#plan();
  }

  /** The settings may be others. */
  follow(): void {
    if (this.#earliest === null) return;
    this.#earliest = Math.max(this.#earliest, Date.now() + afterSwitchedOnMs);
    this.#plan();
    this.#options.changed();
  }

  close(): void {
    this.#earliest = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Looks now. */
  async check(): Promise<UpdatesState> {
    this.#look ??= this.#lookOnce().finally(() => {
      this.#look = null;
      this.#plan();
      this.#options.changed();
    });
    this.#options.changed();
    const { release_list: wanted } = this.#options.settings();
    await this.#look;
    // Who changed the address while the one before was asked means the new one.
    return this.#lookedAt === wanted ? this.state : this.check();
  }

  skip(version: string): UpdatesState {
    if (this.#found?.version === version) this.#options.memory.keep({ skipped: version });
    this.#options.changed();
    return this.state;
  }

  /** The page of the version that was found; null for every other. */
  pageOf(version: string): string | null {
    return this.#found?.version === version ? this.#found.page : null;
  }

  /** Which version worked with this library last; null when none did. The first answer counts: a library is opened anew at times. */
  ranBefore(version: string | null): void {
    if (this.#ranBefore === undefined) this.#ranBefore = version;
  }

  /** What was not told yet, once. */
  takeNews(): UpdateNews {
    const { memory, current, settings } = this.#options;
    const isUpdate = isLater(current, this.#ranBefore ?? current) && memory.now.welcomed !== current;
    if (isUpdate) memory.keep({ welcomed: current });
    const found = settings().look_for_updates === 'daily' ? this.#untold : null;
    if (found !== null) memory.keep({ told: found.version });
    return { updated_to: isUpdate ? current : null, found: found && shownOf(found) };
  }

  get #found(): Release | null {
    const { memory, current, settings } = this.#options;
    const { release_channel: channel, release_list } = settings();
    const { address, releases, skipped } = memory.now;
    return address === release_list ? latestRelease(releases, { channel, current, skipped }) : null;
  }

  get #untold(): Release | null {
    const found = this.#found;
    return found?.version === this.#options.memory.now.told ? null : found;
  }

  async #lookOnce(): Promise<void> {
    const { memory, fetchList, settings, current } = this.#options;
    const address = settings().release_list;
    this.#lookedAt = address;
    if (address === '') {
      this.#problem = { address, sentence: noAddress() };
      return;
    }
    const tried_at = new Date().toISOString();
    const isOther = memory.now.address !== address;
    memory.keep({ address, tried_at, ...(isOther && { looked_at: null, releases: [] }) });
    try {
      const read = readReleaseList(await fetchList(address));
      if ('problem' in read) throw new ListTrouble(read.problem);
      const latest = (channel: ReleaseChannel) => latestRelease(read.releases, { channel, current, skipped: null }) ?? [];
      memory.keep({ looked_at: tried_at, releases: [...new Set([latest('stable'), latest('beta')].flat())] });
      this.#problem = null;
    } catch (error) {
      if (!(error instanceof ListTrouble)) throw error;
      const host = URL.canParse(address) ? new URL(address).host : address.slice(0, 100);
      const sentence = t('The release list of {host} could not be read: {why}. Look at its address below, or try again later.', { host, why: error.message });
      this.#problem = { address, sentence };
    }
  }

  #plan(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const { look_for_updates, release_list } = this.#options.settings();
    if (this.#earliest === null || look_for_updates === 'never' || release_list === '') return;
    // After sleep a long timer comes late: it is looked at the clock at least once an hour.
    this.#wait(Math.min(hour, Math.max(this.#earliest, this.#due) - Date.now()));
  }

  #wait(ms: number): void {
    this.#timer = setTimeout(() => { this.#come(); }, Math.max(0, ms));
  }

  #come(): void {
    if (Date.now() < this.#due) this.#plan();
    else if (!this.#options.idle() && this.#waited < mostWaits) {
      this.#waited += 1;
      this.#wait(notIdleMs);
    } else {
      this.#waited = 0;
      this.check().then(() => { this.#tell(); }, (error: unknown) => { this.#options.reportBug({ where: 'looking for updates', error }); });
    }
  }

  /** When it is to be looked next. A moment in the future was written by a clock that went wrong. */
  get #due(): number {
    const { address, tried_at, looked_at } = this.#options.memory.now;
    if (address !== this.#options.settings().release_list || tried_at === null) return 0;
    const tried = Date.parse(tried_at);
    return tried > Date.now() ? 0 : tried + (looked_at === tried_at ? onceMs : afterTroubleMs);
  }

  #tell(): void {
    const found = this.#untold;
    if (found !== null && this.#options.tell(shownOf(found))) this.#options.memory.keep({ told: found.version });
  }
}

const noAddress = () => t('There is no address of a release list to look at. Enter one below.');

const shownOf = ({ page, ...release }: Release): NonNullable<UpdatesState['found']> => ({ ...release, host: new URL(page).host });

/** Which version worked with a library last; null when none did. */
export function versionThatRanLast({ log }: Pick<Hub, 'log'>): string | null {
  const [last] = log.find({ types: ['hub.started'], newestFirst: true, limit: 1 });
  return last?.event_type === 'hub.started' ? last.data.hub_version : null;
}
