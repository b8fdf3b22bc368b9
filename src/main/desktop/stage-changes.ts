import { isDeepStrictEqual } from 'node:util';
import type { EventOf } from '@shared/events/catalog';
import type { Recorded } from '@shared/events/envelope';
import { t } from '@shared/language/language';
import type { HttpStage } from '@shared/library/quality-stage';
import { uuidv7 } from 'uuidv7';
import type { StageSource } from '../hub/quality-stages-setup';
import type { Secrets } from './secrets';
import { stagesAsTold } from './secrets-of-stages';

export interface StageChangesOptions {
  readonly source: StageSource;
  readonly secrets: Pick<Secrets, 'get' | 'keep' | 'forget'>;
  /** Keeps stages and says so, as part of a story. */
  readonly keep: (stages: readonly HttpStage[], storyId: string) => Promise<void>;
}

interface Before {
  readonly stages: readonly HttpStage[];
  /** The stage whose key may have changed with it, and the key that it had. */
  readonly name: string | null;
  readonly key: string | null;
  /** A key is kept that could not be read. */
  readonly unreadable: boolean;
}

type Told = Recorded<EventOf<'settings.changed'>>;

/** Changes of the stages. The log lacks what could be a key, so what was so before a change is known until Alice is closed. */
export class StageChanges {
  readonly #options: StageChangesOptions;
  /** By the story of the change. */
  readonly #before = new Map<string, Before>();

  constructor(options: StageChangesOptions) {
    this.#options = options;
  }

  /** @param name the stage that it is about; null for several */
  async change(name: string | null, next: () => Promise<readonly HttpStage[]>, storyId = uuidv7()): Promise<void> {
    const { source, secrets, keep } = this.#options;
    const stages = source.setups();
    const before = await (name === null ? Promise.resolve(null) : secrets.get(name)).then(
      (key) => ({ stages, name, key, unreadable: false }),
      () => ({ stages, name, key: null, unreadable: true }),
    );
    const changed = await next();
    this.#before.set(storyId, before);
    await keep(changed, storyId);
  }

  /** Why a change cannot be taken back, as a sentence; null when it can. */
  problemWith({ data, correlation_id }: Told): string | null {
    if (!isDeepStrictEqual(stagesAsTold(this.#options.source.setups()), data.value)) {
      return t('The stages were changed again since. They stay as they are now.');
    }
    const before = this.#before.get(correlation_id);
    if (before?.unreadable === true) {
      return t('The key of this stage could not be read when it was changed, so it would be lost. Change the stage back in Quality Stages.');
    }
    if (before !== undefined) return null;
    return t('Keys and addresses of stages stay out of the log, so this is known only until Alice is closed. Change it back in Quality Stages.');
  }

  async putBack({ correlation_id }: Told, storyId: string): Promise<void> {
    const before = this.#before.get(correlation_id);
    if (before === undefined || before.unreadable) return;
    const { secrets } = this.#options;
    await this.change(before.name, async () => {
      if (before.name !== null && before.key !== null) await secrets.keep(before.name, before.key);
      else if (before.name !== null) await secrets.forget(before.name);
      return before.stages;
    }, storyId);
  }
}
