import type { RecordedEvent } from '@shared/events/catalog';
import type { AssetRecord } from '@shared/library/asset-record';
import { useEffect, useState } from 'react';
import { askQuietly } from '../../store/ask';
import { logDoor } from '../../store/use-log';

interface Answer {
  readonly events: readonly RecordedEvent[];
  /** A sentence when the story could not be had. */
  readonly problem: string | null;
}

const nothingYet: Answer = { events: [], problem: null };

/** The chain of events behind an asset, oldest first; asked for anew when the asset changes. */
export function useAssetStory({ content_hash, sequence }: AssetRecord): Answer {
  const [answer, setAnswer] = useState(nothingYet);
  useEffect(() => {
    let left = false;
    void askQuietly('library/story', { content_hash }).then((reply) => {
      if (left) return;
      if (typeof reply === 'string') setAnswer({ events: [], problem: reply });
      else setAnswer({ events: reply.answer?.events ?? [], problem: null });
      if (typeof reply !== 'string' && reply.answer !== null) logDoor.asset(reply.answer.asset);
    });
    return () => {
      left = true;
    };
  }, [content_hash, sequence]);
  return answer;
}
