import { partsOf, type PartValues } from '@shared/language/language';
import { Children, type ReactNode } from 'react';

/** A text with elements in it, each where the language wants it: `Press {key} to close`, `<b>Alice</b> has paused`. */
export function rich(text: string, values: PartValues<ReactNode>): ReactNode {
  return Children.toArray(partsOf<ReactNode>(text, values));
}
