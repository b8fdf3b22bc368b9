import { vi } from 'vitest';
import { runCommandLine } from '../cli/run-command-line';
import { cliFiles } from './child-process';

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What was printed on stdout, a line each. */
  readonly lines: readonly string[];
  /** The same, parsed: for `--json`. */
  json(): Record<string, unknown>[];
}

/** Runs Alice's command line here and catches what it prints. */
export async function runCli(...args: readonly string[]): Promise<CliResult> {
  let [stdout, stderr] = ['', ''];
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => { stdout += String(text); return true; });
  const error = vi.spyOn(process.stderr, 'write').mockImplementation((text) => { stderr += String(text); return true; });
  try {
    const code = await runCommandLine(args, { ...cliFiles(), version: '0.0.0' });
    const lines = stdout.split('\n').filter((line) => line !== '');
    return { code, stdout, stderr, lines, json: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
  } finally {
    out.mockRestore();
    error.mockRestore();
  }
}
