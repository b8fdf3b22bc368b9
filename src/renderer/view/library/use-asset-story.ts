import type { RecordedEvent } from '@shared/events/catalog';
import type { AssetRecord } from '@shared/library/asset-record';
import { useEffect, useState } from 'react';
import { askQuietly } from '../../store/ask';
import { knowId } from '../../store/use-library-cards';
import { logDoor } from '../../store/use-log';

interface Answer {
  readonly events: readonly RecordedEvent[];
  readonly better_than: number | null;
  /** A sentence when the story could not be had. */
  readonly problem: string | null;
}

const nothingYet: Answer = { events: [], better_than: null, problem: null };

/** The chain of events behind an asset, oldest first; asked for anew when the asset changes. */
export function useAssetStory({ content_hash, sequence }: AssetRecord): Answer {
  const [answer, setAnswer] = useState(nothingYet);
  useEffect(() => {
    let left = false;
    void askQuietly('library/story', { content_hash }).then((reply) => {
      if (left) return;
      if (typeof reply === 'string') setAnswer({ ...nothingYet, problem: reply });
      else if (reply.answer !== null) {
        const { asset, events, id, better_than } = reply.answer;
        setAnswer({ events, better_than, problem: null });
        logDoor.asset(asset);
        if (id !== null) knowId(content_hash, id);
      }
    });
    return () => {
      left = true;
    };
  }, [content_hash, sequence]);
  return answer;
}
