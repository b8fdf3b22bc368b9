import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { AnswerMemory } from '../services/quality/stages/pipeline';
import type { StageAnswer } from '../services/quality/stages/stage';

const answerSchema = z.strictObject({ score: z.number().min(0).max(1).nullable(), result: z.record(z.string(), z.unknown()) });

export interface KeptAnswers extends AnswerMemory {
  /** The answer is in the log now. */
  forget(contentHash: string, stage: string): void;
  /** Forgets what the log had before a crash could say so, and halves of files. */
  tidy(isRecorded: (contentHash: string, stage: string) => boolean): void;
}

/**
 * Answers between their arrival and their record in the log, a file each: after a crash nothing is asked, and paid for, a
 * second time. That one cannot be written costs at most that.
 */
export function keptAnswersIn(folder: string): KeptAnswers {
  const held = new Map<string, StageAnswer>();
  const nameOf = (contentHash: string, stage: string) => `${contentHash}.${stage}.json`;
  return {
    recall: (contentHash, stage) => {
      const name = nameOf(contentHash, stage);
      return held.get(name) ?? readAnswerIn(join(folder, name));
    },
    remember: (contentHash, stage, answer) => {
      const name = nameOf(contentHash, stage);
      held.set(name, answer);
      try {
        mkdirSync(folder, { recursive: true });
        const part = join(folder, `${name}.part`);
        writeFileSync(part, JSON.stringify(answer));
        renameSync(part, join(folder, name));
      } catch {
        // It is held in memory; the disk, when it is the disk, says so elsewhere.
      }
    },
    forget: (contentHash, stage) => {
      const name = nameOf(contentHash, stage);
      held.delete(name);
      rmSync(join(folder, name), { force: true });
    },
    tidy: (isRecorded) => {
      for (const name of namesIn(folder)) {
        const [, contentHash = '', stage = ''] = /^([0-9a-f]{64})\.([a-z0-9_-]+)\.json$/.exec(name) ?? [];
        if (stage === '' || isRecorded(contentHash, stage)) rmSync(join(folder, name), { force: true, recursive: true });
      }
    },
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readAnswerIn(file: string): StageAnswer | null {
  try {
    return answerSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}
