import { t } from '@shared/language/language';
import type { DryRunBegun, DryRunOf, DryRunOutline, DryRunState } from '@shared/library/dry-run';
import { X } from 'lucide-react';
import { useRef } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../../parts/button';
import { cx } from '../../parts/cx';
import { FilterField } from '../../parts/filter-field';
import { Meter } from '../../parts/meter';
import { Notice } from '../../parts/notice';
import { useCommands } from '../../store/commands';
import { acceptPreview, findPreviewed, leavePreview, previewChosen, previewWaiting, useDryRun } from '../../store/use-dry-run';
import { useStatus } from '../../store/use-status';
import { DryRunTree } from './dry-run-tree';
import styles from './dry-run.module.css';

/** What would become of files, before anything moves. */
export function DryRunDialog() {
  const begun = useDryRun((state) => state.begun);
  const state = useDryRun((now) => now.state);
  const paused = useStatus((now) => now.status?.watching === 'paused');
  useCommands({
    'preview.files': () => previewChosen('files'),
    'preview.folder': () => previewChosen('folder'),
    'preview.waiting': { run: previewWaiting, unless: () => (paused ? null : t('While watching is paused')) },
  });
  if (begun === null) return null;
  return (
    <ModalOverlay className={cx(styles.scrim)} isOpen onOpenChange={(open) => { if (!open) leavePreview(); }}>
      <Modal className={cx(styles.modal)}>
        <Dialog className={cx(styles.dialog)}>
          <header className={styles.head}>
            <Heading slot="title">{titleOf(begun)}</Heading>
            <Button kind="quiet" icon={X} label={t('Close')} shortcut="Esc" onPress={leavePreview} />
          </header>
          <Body of={begun.of} state={state} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function titleOf({ of, project }: DryRunBegun): string {
  if (project !== null) return t('Preview before anything moves to {project}', { project });
  return of === 'given' ? t('Preview before adding') : t('Preview of what waits');
}

function Body({ of, state }: { readonly of: DryRunOf; readonly state: DryRunState }) {
  switch (state.kind) {
    case 'running':
      return <Running {...state} />;
    case 'failed':
      return (
        <>
          <Notice>{state.sentence}</Notice>
          <div className={styles.foot}>
            <Button onPress={leavePreview}>{t('Close')}</Button>
          </div>
        </>
      );
    case 'ready':
      return <Ready of={of} outline={state.outline} />;
  }
}

function Running({ done, total }: { readonly done: number; readonly total: number | null }) {
  const looked = total === null
    ? t('{done, plural, one {# file} other {# files}} looked at', { done })
    : t('{done, number} of {total, plural, one {# file} other {# files}} looked at', { done, total });
  return (
    <>
      <div className={styles.running}>
        <p role="status">{done === 0 && total === null ? t('Looking for files…') : looked}</p>
        {total !== null && <Meter label={t('Files looked at')} value={done} total={total} />}
        <p>{t('Each is read and rated as it would be when it is added. No file is copied, moved or recorded.')}</p>
      </div>
      <div className={styles.foot}>
        <Button onPress={leavePreview}>{t('Cancel')}</Button>
      </div>
    </>
  );
}

function Ready({ of, outline }: { readonly of: DryRunOf; readonly outline: DryRunOutline }) {
  const { words, left, found, accepting } = useDryRun();
  const field = useRef<HTMLInputElement>(null);
  const { counts, files } = outline;
  const given = of === 'given';
  const adding = files - counts.stays - counts.not_added - left.size;
  if (files === 0) {
    return (
      <>
        <p className={styles.running}>{given ? t('There are no files in what you chose.') : t('Nothing new lies in the inbox.')}</p>
        <div className={styles.foot}>
          <Button onPress={leavePreview}>{t('Close')}</Button>
        </div>
      </>
    );
  }
  return (
    <>
      <div className={styles.bar}>
        <p className={styles.sum}>{sumOf(outline)}</p>
        <FilterField
          label={t('Filter the preview')}
          placeholder={t('Filter by name or folder')}
          value={words}
          field={field}
          onChange={(next) => void findPreviewed(next)}
        />
      </div>
      {found?.length === 0 && <p className={styles.none}>{t('No file of this preview holds “{words}”.', { words })}</p>}
      <DryRunTree outline={outline} canTick={given} />
      <div className={styles.foot}>
        <span className={styles.note}>
          {t('Numbers follow the order of arrival; of files with the same bytes the first is filed.')}
          {given && left.size > 0 && <> {t('What you leave out stays where it is, and the numbers behind it move up.')}</>}
        </span>
        <Button disabled={accepting} onPress={leavePreview}>
          {t('Leave')}
        </Button>
        <Button kind="primary" disabled={accepting || (given && adding === 0)} onPress={() => void acceptPreview()}>
          {given ? acceptInWords(outline, adding) : t('Resume and file them')}
        </Button>
      </div>
    </>
  );
}

/** Only pictures that move, only files that are added, or both. */
function acceptInWords({ files, counts }: DryRunOutline, adding: number): string {
  if (counts.moved === 0) return t('Add {adding, plural, one {# file} other {# files}}', { adding });
  if (counts.moved === files - counts.stays - counts.not_added) return t('Move {adding, plural, one {# picture} other {# pictures}}', { adding });
  return t('Add and move {adding, plural, one {# file} other {# files}}', { adding });
}

function sumOf({ counts }: DryRunOutline): string {
  const parts = [
    (counts.filed > 0 || counts.moved === 0) && t('{count, number} would be filed', { count: counts.filed }),
    counts.moved > 0 && t('{count, number} would move', { count: counts.moved }),
    counts.sidecar > 0 && t('{count, number} go along', { count: counts.sidecar }),
    counts.duplicate > 0 && t('{count, plural, one {# duplicate} other {# duplicates}}', { count: counts.duplicate }),
    counts.set_aside > 0 && t('{count, number} set aside', { count: counts.set_aside }),
    counts.stays > 0 && t('{count, plural, one {# stays where it is} other {# stay where they are}}', { count: counts.stays }),
    counts.not_added > 0 && t('{count, number} not added', { count: counts.not_added }),
  ];
  return parts.filter((part) => part !== false).join(' · ');
}
