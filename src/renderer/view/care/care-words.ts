import type { Finding, FindingKind, Mend } from '@shared/library/care-report';

/** What a kind of finding is called, and what it means, for people. */
export const kindWords: Readonly<Record<FindingKind, readonly [name: string, meaning: string]>> = {
  missing: ['Missing', 'The log says that a file lies here, and it does not. Rating and history are kept.'],
  replaced: ['Replaced', 'Other bytes lie where a file was filed.'],
  moved: ['Moved', 'The same bytes lie at another place in the organized folder.'],
  foreign: ['Unknown to the library', 'Files in the organized folder that Alice did not put there.'],
  leftover: ['Left over', 'A temporary copy that an interrupted operation left. The original is whole.'],
  forgotten: ['Without an outcome', 'Files in the inbox that nothing has come of, and that are not being worked on.'],
  open_operation: ['Not finished', 'A file operation was begun and is not over.'],
  twin: ['Filed twice', 'A second copy of bytes that are filed already.'],
  damaged_event: ['Damaged in the log', 'An event of the log that cannot be trusted. The backups may hold it whole.'],
  unreadable: ['Could not be looked at', 'Nothing is known of these, and nothing was touched.'],
};

/** What needs someone soonest stands first. */
const order: readonly FindingKind[] = [
  'damaged_event', 'missing', 'replaced', 'forgotten', 'open_operation', 'unreadable', 'moved', 'foreign', 'twin', 'leftover',
];

/** The verb for a mend, by what it is done to. */
export function mendWords(mend: Mend, kind: FindingKind): string {
  switch (mend) {
    case 'adopt':
      return 'Adopt';
    case 'record':
      return kind === 'moved' ? 'Record the new place' : kind === 'missing' || kind === 'replaced' ? 'Record as missing' : 'Record it';
    case 'refile':
      return 'File it anew';
    case 'trash':
      return 'Put in the trash';
    case 'take_in':
      return 'Take in';
    case 'finish':
      return 'Finish it';
    case 'restore':
      return 'Put back';
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
