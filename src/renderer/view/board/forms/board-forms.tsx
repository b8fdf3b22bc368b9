import { useEffect, useState } from 'react';
import { ask } from '../../../store/ask';
import { type BoardForm, closeBoardForm, useBoardForms } from '../../../store/board/board-forms';
import { keyOfForm } from '../../../store/board/form-drafts';
import { FormDialog } from './form-dialog';
import type { FormGround } from './form-spec';
import { specOf } from './spec-of';

/** The form that is open, if one is. */
export function BoardForms() {
  const form = useBoardForms((state) => state.form);
  return form === null ? null : <OpenForm key={keyOfForm(form)} form={form} />;
}

function OpenForm({ form }: { readonly form: BoardForm }) {
  const ground = useGround(form);
  return ground === null ? null : <FormDialog form={form} spec={specOf(ground)} />;
}

/** What is known when the form is opened; null until then. A form of which nothing is known is closed again. */
function useGround(form: BoardForm): FormGround | null {
  const [ground, setGround] = useState<FormGround | null>(null);
  useEffect(() => {
    let left = false;
    const load = async () => {
      const page = 'project_id' in form ? await ask('board/page', { project_id: form.project_id }) : null;
      const projects = form.kind === 'create-project' ? ((await ask('board/projects', {})) ?? []) : [];
      if (left) return;
      if ('project_id' in form && page === null) closeBoardForm();
      else setGround({ form, page, projects });
    };
    void load();
    return () => {
      left = true;
    };
  }, [form]);
  return ground;
}
