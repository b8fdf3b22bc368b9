import { create } from 'zustand';

/** What is asked in a dialog about a board. An id of an item means another version of it, none a new one. */
export type BoardForm =
  | { readonly kind: 'create-project' }
  | { readonly kind: 'change-project' | 'archive-project' | 'add-pictures'; readonly project_id: string }
  | { readonly kind: 'choose-style'; readonly project_id: string; readonly style_id?: string }
  | { readonly kind: 'define-character'; readonly project_id: string; readonly character_id?: string }
  | { readonly kind: 'update-context'; readonly project_id: string; readonly context_key?: string }
  | { readonly kind: 'propose-concept'; readonly project_id: string; readonly concept_id?: string }
  | { readonly kind: 'approve-concept'; readonly project_id: string; readonly concept_id: string }
  | { readonly kind: 'write-note'; readonly project_id: string; readonly note_id?: string }
  | { readonly kind: 'add-column'; readonly project_id: string; /** The column before it; null puts it first. */ readonly after: string | null }
  | { readonly kind: 'rename-column' | 'remove-column'; readonly project_id: string; readonly column_id: string };

export const useBoardForms = create<{ readonly form: BoardForm | null }>(() => ({ form: null }));

export const openBoardForm = (form: BoardForm) => useBoardForms.setState({ form });
export const closeBoardForm = () => useBoardForms.setState({ form: null });
