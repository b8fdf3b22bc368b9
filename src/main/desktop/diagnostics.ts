import { simpleKeys } from '@shared/settings/settings-table';
import { withoutPersonal } from './crash-reports-redact';
import type { Settings } from './settings';

export interface DiagnosticParts {
  /** What runs here, a line each. */
  readonly versions: string;
  readonly settings: Settings;
  /** Numbers that tell how much there is and how it fares, by name. */
  readonly counts: Readonly<Record<string, number | string | boolean>>;
  /** The newest lines of the log, the oldest first. */
  readonly lines: readonly string[];
  /** Of the app's own files. */
  readonly appFolder: string;
}

/** A choice among a few, a number or a switch; what a person wrote or where something lies is none of these. */
const plain = /^[\w.-]{1,40}$/;

/** Of what went wrong, where it did and with which codes: its message may hold whatever a person or a program wrote. */
function withoutMessage(line: string): string {
  return line.replace(/^(.*Something went wrong \([^)]*\)): ([^]*)$/, (_, head: string, message: string) => {
    const codes = message.match(/\b(?:E[A-Z]{3,}|(?:ERR|SQLITE)_[A-Z_]+)\b/g) ?? ['<message>'];
    return `${head}: ${codes.join(' ')}`;
  });
}

/** What helps to find out what is wrong, in English for whoever reads the report: without names, places and secrets of a person. */
export function diagnosticsText({ versions, settings, counts, lines, appFolder }: DiagnosticParts): string {
  const chosen = simpleKeys.flatMap((key) => {
    const value: unknown = settings[key];
    const told = typeof value === 'string' ? (plain.test(value) ? value : '<text>') : value;
    return ['string', 'number', 'boolean'].includes(typeof told) ? [`${key}: ${String(told)}`] : [];
  });
  const lists = [
    ['sources', settings.sources.length], ['quality_stages', settings.quality_stages.length], ['source_rules', settings.source_rules.length],
    ['keys', Object.keys(settings.keys).length],
  ] as const;
  const sections = [
    ['Versions', versions.split('\n')],
    ['Settings', [...chosen, ...lists.map(([name, count]) => `${name}: ${count}`)]],
    ['Counts', Object.entries(counts).map(([name, count]) => `${name}: ${String(count)}`)],
    ['Log', lines.length === 0 ? ['none'] : lines.map((line) => withoutPersonal(withoutMessage(line), appFolder))],
  ] as const;
  return sections.map(([title, told]) => `${title}\n${told.map((line) => `  ${line}`).join('\n')}\n`).join('\n');
}
