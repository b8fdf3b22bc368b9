import { useState } from 'react';

/** The sequence at which a list was held still; null while it is live. */
export function useHeld(hold: boolean, sequence: number): number | null {
  const [heldAt, setHeldAt] = useState<number | null>(hold ? sequence : null);
  if (hold && heldAt === null) setHeldAt(sequence);
  if (!hold && heldAt !== null) setHeldAt(null);
  return hold ? (heldAt ?? sequence) : null;
}
