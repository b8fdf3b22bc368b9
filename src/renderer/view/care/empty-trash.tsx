import { t } from '@shared/language/language';
import { bytesInWords } from '@shared/story/words';
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
        {t('Empty the trash')}
      </Button>
      {asked && (
        <Question
          title={t('Empty the trash?')}
          yes={t('Delete {files, plural, one {# file} other {# files}}', { files })}
          onYes={() => {
            close();
            void emptyTrash();
          }}
          onClose={close}
        >
          <p>
            {t(
              '{files, plural, one {# file} other {# files}}, {size}, will be deleted for good. An undo that needs one of them will be refused.',
              { files, size: bytesInWords(bytes) },
            )}
          </p>
        </Question>
      )}
    </>
  );
}
