import { t } from '@shared/language/language';
import { CirclePause, Eye, Inbox, Play, SearchX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../../parts/button';
import { EmptyState } from '../../parts/empty-state';
import { VirtualRows } from '../../parts/virtual-rows';
import { toggleWatching } from '../../store/actions';
import { previewWaiting } from '../../store/use-dry-run';
import { useLog } from '../../store/use-log';
import { setInbox, useView } from '../../store/use-view';
import { FileRow } from './file-row';
import styles from './file-list.module.css';
import { GroupHead } from './group-head';
import { inboxRows } from './inbox-rows';
import { useFileCommands } from './use-file-commands';

/** The files of the inbox in groups. */
export function FileList({ lying }: { /** That lie there while watching is paused. */ readonly lying: number }) {
  const { lane, text } = useView((state) => state.inbox);
  const inbox = useLog((state) => state.inbox);
  const counts = useLog((state) => state.inbox_counts);
  const rows = useMemo(() => inboxRows(inbox.values(), counts, lane, text), [inbox, counts, lane, text]);
  const [active, setActive] = useState<string | null>(null);
  useFileCommands(active);

  if (rows.length === 0 && lying > 0 && text === '' && (lane === null || lane === 'waiting')) return <Lying count={lying} />;
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={text === '' ? Inbox : SearchX}
        title={t('Nothing here')}
        actions={<Button onPress={() => setInbox({ lane: null, text: '' })}>{t('Show all files')}</Button>}
      >
        {text === '' ? t('No file is in this lane at the moment.') : t('No file in this lane has “{text}” in its name or folder.', { text })}
      </EmptyState>
    );
  }
  return (
    <VirtualRows
      label={t('Files in the inbox')}
      role="grid"
      className={styles.list}
      rows={rows}
      active={active}
      render={(row) => (row.kind === 'head' ? <GroupHead lane={row.lane} count={row.count} shown={row.shown} /> : <FileRow entry={row.entry} />)}
      onMove={(row) => setActive(row.key)}
      onPick={(row) => setActive(row.key)}
    />
  );
}

/** Files that are taken when watching goes on. They have no rows: nobody has looked at one yet. */
function Lying({ count }: { readonly count: number }) {
  return (
    <EmptyState
      icon={CirclePause}
      title={t('{count, plural, one {# file lies in the inbox} other {# files lie in the inbox}}', { count })}
      actions={
        <>
          <Button kind="primary" icon={Play} onPress={() => void toggleWatching()}>
            {t('Resume watching')}
          </Button>
          <Button icon={Eye} onPress={() => void previewWaiting()}>
            {t('Preview what waits')}
          </Button>
        </>
      }
    >
      {t('Watching is paused, so none of them has been touched. They are taken when you resume it.')}
    </EmptyState>
  );
}
