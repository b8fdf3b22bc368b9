import { t } from '@shared/language/language';
import type { Finding, FindingKind, Mend } from '@shared/library/care-report';

/** What a kind of finding is called, and what it means, for people. */
export const kindWords: Readonly<Record<FindingKind, readonly [name: string, meaning: string]>> = {
  missing: [t('Missing'), t('The log says that a file lies here, and it does not. Rating and history are kept.')],
  replaced: [t('Replaced'), t('Other bytes lie where a file was filed.')],
  moved: [t('Moved'), t('The same bytes lie at another place in the organized folder.')],
  foreign: [t('Unknown to the library'), t('Files in the organized folder that Alice did not put there.')],
  leftover: [t('Left over'), t('A temporary copy that an interrupted operation left. The original is whole.')],
  forgotten: [t('Without an outcome'), t('Files in the inbox that nothing has come of, and that are not being worked on.')],
  open_operation: [t('Not finished'), t('A file operation was begun and is not over.')],
  twin: [t('Filed twice'), t('A second copy of bytes that are filed already.')],
  damaged_event: [t('Damaged in the log'), t('An event of the log that cannot be trusted. The backups may hold it whole.')],
  unreadable: [t('Could not be looked at'), t('Nothing is known of these, and nothing was touched.')],
};

/** What needs someone soonest stands first. */
const order: readonly FindingKind[] = [
  'damaged_event', 'missing', 'replaced', 'forgotten', 'open_operation', 'unreadable', 'moved', 'foreign', 'twin', 'leftover',
];

/** The verb for a mend, by what it is done to. */
export function mendWords(mend: Mend, kind: FindingKind): string {
  switch (mend) {
    case 'adopt':
      return t('Adopt');
    case 'record':
      return kind === 'moved' ? t('Record the new place') : kind === 'missing' || kind === 'replaced' ? t('Record as missing') : t('Record it');
    case 'refile':
      return t('File it anew');
    case 'trash':
      return t('Put in the trash');
    case 'take_in':
      return t('Take in');
    case 'finish':
      return t('Finish it');
    case 'restore':
      return t('Put back');
  }
}

export interface FindingGroup {
  readonly kind: FindingKind;
  readonly findings: readonly Finding[];
  /** What all of them offer, the recommended one first. */
  readonly mends: readonly Mend[];
}

/** Findings by kind, those whose path or sentence mentions a text. */
export function groupFindings(findings: readonly Finding[], text: string): readonly FindingGroup[] {
  const wanted = text.toLowerCase();
  const shown = findings.filter(({ path, message }) => wanted === '' || `${path} ${message}`.toLowerCase().includes(wanted));
  return order.flatMap((kind) => {
    const own = shown.filter((finding) => finding.kind === kind);
    const [first] = own;
    if (first === undefined) return [];
    return [{ kind, findings: own, mends: first.mends.filter((mend) => own.every(({ mends }) => mends.includes(mend))) }];
  });
}
