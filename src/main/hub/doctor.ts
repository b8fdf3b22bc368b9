import { t } from '@shared/language/language';
import type { CareProgress, CareReport, Finding, Mend, MendReport } from '@shared/library/care-report';
import type { Keeper } from '../services/keeper/keeper-service';
import { findingOf } from './doctor-finding';
import { checkInbox, type InboxToCheck } from './doctor-inbox';
import { checkLog, type LogToCheck } from './doctor-log';
import { organizedFindings, type OrganizedToCheck } from './doctor-organized';

export interface CareWish {
  /** Reads every byte instead of trusting what has not changed. */
  readonly deep?: boolean;
  readonly onProgress?: (progress: CareProgress) => void;
  readonly signal?: AbortSignal | undefined;
}

/** The part of a hub that looks after what is there. */
export interface HubCare {
  /** Looks whether inbox, organized folder and log agree. Touches nothing. */
  readonly doctor: (wish?: CareWish) => Promise<CareReport>;
  /**
   * Does what findings of the last check offer: the first offer of each, or the one that is named. `all` leaves out what only
   * a person can know, second copies for one.
   */
  readonly mend: (which: 'all' | readonly string[], how?: Mend) => Promise<MendReport>;
}

/** An operation as the journal has it. */
export interface OpenOperation {
  readonly cause_id: string;
  readonly content_hash: string;
  readonly source_path: string;
  readonly destination_path: string;
}

export interface Patient {
  readonly keeper: Pick<Keeper, 'survey'>;
  readonly inbox: InboxToCheck;
  /** What is known of folders that could not be checked. */
  readonly away: () => Promise<readonly Finding[]>;
  readonly organized: OrganizedToCheck;
  readonly log: LogToCheck;
  /** How many assets lie in the organized folder, as far as the library knows. */
  readonly assetCount: () => number;
  /** Operations that were begun, are not over, and that nobody works on. */
  readonly openOperations: () => readonly Pick<OpenOperation, 'source_path' | 'destination_path' | 'content_hash'>[];
}

/** Checks everything, one part after the other. */
export async function examine(patient: Patient, { deep = false, onProgress, signal }: CareWish): Promise<CareReport> {
  const began = performance.now();
  const events = patient.log.reader.lastSequence;
  const assets = patient.assetCount();
  const say = (part: CareProgress['part'], total: number | null) => (done: number) => onProgress?.({ part, done, total });
  const findings: Finding[] = [...(await checkLog(patient.log, { progress: say('log', events), signal }))];
  const seen = await patient.keeper.survey({ deep, foreign: true, progress: say('organized', assets), signal });
  findings.push(...(await organizedFindings(patient.organized, seen)));
  const { inbox_files, outcomes, findings: forgotten } = await checkInbox(patient.inbox, { deep, progress: say('inbox', null), signal });
  findings.push(...forgotten, ...(await patient.away()));
  for (const { source_path, destination_path, content_hash } of patient.openOperations()) {
    const message = t(
      'A file operation was begun and is not over: {source_path} to {destination_path}. Nothing is lost; it can be brought to its end.',
      { source_path, destination_path },
    );
    findings.push(findingOf('open_operation', destination_path, content_hash, message, ['finish']));
  }
  return {
    checked_at: new Date().toISOString(),
    duration_ms: Math.round(performance.now() - began),
    deep,
    inbox_files,
    organized_files: seen.files,
    assets,
    events,
    outcomes,
    findings,
  };
}
