import type { FileMetadata } from '@shared/library/file-metadata';
import { useEffect, useState } from 'react';
import { askQuietly } from '../../store/ask';

type Answer = { readonly state: 'reading' } | { readonly state: 'read'; readonly metadata: FileMetadata } | { readonly state: 'problem'; readonly problem: string };

/** What stands in a file, read from it now. */
export function useFileMetadata(content_hash: string): Answer {
  const [answer, setAnswer] = useState<Answer>({ state: 'reading' });
  useEffect(() => {
    let left = false;
    void askQuietly('library/metadata', { content_hash }).then((reply) => {
      if (left) return;
      setAnswer(typeof reply === 'string' ? { state: 'problem', problem: reply } : { state: 'read', metadata: reply.answer });
    });
    return () => {
      left = true;
    };
  }, [content_hash]);
  return answer;
}
