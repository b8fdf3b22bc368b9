import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { AnswerMemory } from '../services/quality/stages/pipeline';
import type { StageAnswer } from '../services/quality/stages/stage';

const answerSchema = z.strictObject({ score: z.number().min(0).max(1).nullable(), result: z.record(z.string(), z.unknown()) });

export interface KeptAnswers extends AnswerMemory {
  /** The answer is in the log now. */
  forget(contentHash: string, stage: string): void;
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
  };
}

function readAnswerIn(file: string): StageAnswer | null {
  try {
    return answerSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}
