import { bytesInWords, countOf } from '@shared/story/words';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../parts/button';
import { emptyTrash } from '../../store/use-care';
import { Question } from './question';

/** The one thing here that cannot be taken back, so it asks. */
export function EmptyTrash({ trash: { files, bytes } }: { readonly trash: { readonly files: number; readonly bytes: number } }) {
  const [asked, setAsked] = useState(false);
  const close = () => setAsked(false);
  return (
    <>
      <Button icon={Trash2} onPress={() => setAsked(true)}>
        Empty the trash
      </Button>
      {asked && (
        <Question
          title="Empty the trash?"
          yes={`Delete ${countOf(files, 'file')}`}
          onYes={() => {
            close();
            void emptyTrash();
          }}
          onClose={close}
        >
          <p>
            {countOf(files, 'file')}, {bytesInWords(bytes)}, will be deleted for good. An undo that needs one of them will be refused.
          </p>
        </Question>
      )}
    </>
  );
}
