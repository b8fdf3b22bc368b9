import type { CommandId } from '@shared/commands/all-commands';
import { useHint } from './command-caps';
import { Kbd } from './kbd';

/** The key cap of a command, as long as it has a key. */
export function CommandKbd({ command }: { readonly command: CommandId }) {
  const caps = useHint(command, undefined);
  return caps === null ? null : <Kbd>{caps}</Kbd>;
}
