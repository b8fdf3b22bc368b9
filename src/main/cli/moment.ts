import { UsageError } from './usage-error';

const unitMs = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A time that a person wrote: `2026-11-21`, `2026-11-21T14:00Z`, or how long ago, `90s`, `10m`, `2h`, `3d`. @throws UsageError */
export function momentOf(text: string, now = new Date()): Date {
  const [, amount, unit] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
  if (amount !== undefined) return new Date(now.getTime() - Number(amount) * unitMs[unit as keyof typeof unitMs]);
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime()) || !/^\d{4}-\d{2}-\d{2}/.test(text)) {
    throw new UsageError(`“${text}” is no time. Write a date such as 2026-11-21, a time such as 2026-11-21T14:00Z, or how long ago, such as 2h.`);
  }
  return moment;
}
