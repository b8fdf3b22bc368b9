/** Something that should not happen, with where it happened. */
export interface BugReport {
  readonly where: string;
  readonly error: unknown;
}

export type ReportBug = (report: BugReport) => void;

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A bug as one line of a log or a terminal. */
export function bugInWords({ where, error }: BugReport): string {
  return `Something went wrong (${where}): ${messageOf(error)}`;
}

/** Closes a switch over a union: a new member that was forgotten does not compile. */
export function assertNever(value: never): never {
  throw new Error(`A case was forgotten: ${JSON.stringify(value)}`);
}
