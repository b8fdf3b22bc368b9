import type { AssetStory } from '@shared/ipc/answers';
import { useEffect, useState } from 'react';
import { askQuietly } from '../../store/ask';

const most = 24;
const known = new Map<string, AssetStory>();

async function storyOf(content_hash: string): Promise<AssetStory | null> {
  const here = known.get(content_hash);
  if (here !== undefined) return here;
  const reply = await askQuietly('library/story', { content_hash });
  if (typeof reply === 'string' || reply.answer === null) return null;
  known.set(content_hash, reply.answer);
  const [oldest] = known.keys();
  if (known.size > most && oldest !== undefined) known.delete(oldest);
  return reply.answer;
}

/** All that is known of a picture; null until it has come. What it says of own ratings may be older than this culling. */
export function useStoryOf(content_hash: string | null): AssetStory | null {
  const [story, setStory] = useState<AssetStory | null>(null);
  useEffect(() => {
    let left = false;
    if (content_hash !== null) void storyOf(content_hash).then((answer) => { if (!left) setStory(answer); });
    return () => {
      left = true;
    };
  }, [content_hash]);
  const now = content_hash === null ? null : (known.get(content_hash) ?? null);
  return now ?? (story?.asset.content_hash === content_hash ? story : null);
}

/** What was known is asked for anew in the next culling. */
export const forgetStories = () => known.clear();
