import type { SetupCheck } from '@shared/ipc/answers';
import { useEffect, useState } from 'react';
import { ask, askQuietly } from '../../store/ask';
import { setStatus } from '../../store/use-status';

export type Operation = 'copy' | 'move';

export interface Setup {
  readonly check: SetupCheck | null;
  readonly operation: Operation;
  readonly busy: boolean;
  /** A sentence when the answers could not be taken. */
  readonly problem: string | null;
  readonly setOperation: (operation: Operation) => void;
  readonly choose: (which: 'inbox' | 'organized') => void;
  readonly finish: (with_samples: boolean) => void;
}

/** The answers of the first run, checked by the main process, which alone knows the paths. */
export function useSetup(): Setup {
  const [check, setCheck] = useState<SetupCheck | null>(null);
  const [operation, setOperation] = useState<Operation>('copy');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    void ask('setup/check', {}).then(setCheck);
  }, []);

  const choose = (which: 'inbox' | 'organized') => {
    void ask('setup/choose-folder', { which }).then((answer) => {
      if (answer !== null) setCheck(answer);
    });
  };

  const finish = (with_samples: boolean) => {
    setBusy(true);
    setProblem(null);
    void askQuietly('setup/finish', { operation, with_samples }).then((reply) => {
      setBusy(false);
      if (typeof reply === 'string') setProblem(reply);
      else setStatus(reply.answer);
    });
  };

  return { check, operation, busy, problem, setOperation, choose, finish };
}
