import { type BoardAnswers, boardCalls } from '@shared/ipc/board-calls';
import type { CallInput } from '@shared/ipc/contract';
import type { FieldChange } from '@shared/library/board-diff';
import type { ProjectPage, ProjectSummary } from '@shared/library/board-answers';
import { askQuietly } from '../../../store/ask';
import type { BoardForm } from '../../../store/board/board-forms';
import type { FormDraft } from '../../../store/board/form-drafts';
import type { FormValues } from '../../../store/board/form-values';

interface Named {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What is said when nothing is written there. */
  readonly needed?: string;
  /** The field of the wish that it fills, where it is called otherwise. */
  readonly of?: string;
}

/** One field of a form. */
export type FieldSpec =
  | (Named & { readonly kind: 'line' | 'text' })
  | (Named & { readonly kind: 'choice'; readonly options: readonly (readonly [value: string, name: string])[] })
  | (Named & { readonly kind: 'pairs'; readonly keyLabel: string })
  | (Named & { readonly kind: 'pictures' | 'others' });

/** What a form is filled from. */
export interface FormGround<F extends BoardForm = BoardForm> {
  readonly form: F;
  /** Null for a form that is about no project yet. */
  readonly page: ProjectPage | null;
  readonly projects: readonly ProjectSummary[];
}

export interface FormWish {
  /** The fields of the wish that do not fit its schema, with why. */
  readonly problems: () => readonly WishProblem[];
  /** A sentence about what was done, or why it could not be. */
  readonly send: () => Promise<{ readonly done: string } | { readonly refused: string }>;
}

export interface WishProblem {
  readonly field: string;
  readonly code: string;
  readonly most: number | null;
}

/** A form as it is asked. */
export interface FormSpec {
  readonly title: string;
  readonly about?: string;
  /** What the button says. */
  readonly verb: string;
  readonly fields: readonly FieldSpec[];
  readonly values: FormValues;
  readonly wish: (draft: FormDraft) => FormWish;
  /** What becomes different from the version before. */
  readonly changes?: (values: FormValues) => readonly FieldChange[];
}

/** What one call wants of the hub. */
export function wishOf<N extends keyof BoardAnswers>(call: N, input: CallInput<N>, done: (answer: BoardAnswers[N]) => string): FormWish {
  return {
    problems: () => {
      const issues = boardCalls[call].safeParse(input).error?.issues ?? [];
      return issues.map((issue) => ({
        field: String(issue.path[0] ?? ''),
        code: issue.code,
        most: issue.code === 'too_big' ? Number(issue.maximum) : null,
      }));
    },
    send: async () => {
      const reply = await askQuietly(call, input);
      return typeof reply === 'string' ? { refused: reply } : { done: done(reply.answer) };
    },
  };
}

/** A form about a project of which nothing is known cannot be asked. */
export function pageOf({ page }: FormGround): ProjectPage {
  if (page === null) throw new Error('This form is about a project.');
  return page;
}
